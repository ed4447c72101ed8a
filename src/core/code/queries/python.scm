; Functions, and the classes that methods belong to. CPython counts a function from its first decorator.
(decorated_definition definition: (function_definition name: (identifier) @name) @function) @line
(function_definition name: (identifier) @name) @function
(class_definition name: (identifier) @name) @scope
