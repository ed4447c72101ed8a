"""Prints each function of the given files: file, class, name, first line with decorators, last line."""
import ast
import sys


def walk(file, node, owner):
    for child in ast.iter_child_nodes(node):
        if isinstance(child, (ast.FunctionDef, ast.AsyncFunctionDef)):
            first = min([child.lineno] + [each.lineno for each in child.decorator_list])
            print(file, owner or ".", child.name, first, child.end_lineno)
            walk(file, child, "")
        else:
            walk(file, child, child.name if isinstance(child, ast.ClassDef) else owner)


for file in sys.stdin.read().split("\n"):
    with open(file, encoding="utf-8") as text:
        walk(file, ast.parse(text.read()), "")
