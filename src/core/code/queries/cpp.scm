; Namespaces and classes. A namespace without a name leaves what is in it to the one around it.
(namespace_definition name: [
  (namespace_identifier) @name
  (nested_namespace_specifier (namespace_identifier) @name .)
  (nested_namespace_specifier (nested_namespace_specifier (namespace_identifier) @name .))
  (nested_namespace_specifier (nested_namespace_specifier (nested_namespace_specifier (_) @name .)))
]) @scope
(class_specifier
  name: [
    (type_identifier) @name
    (template_type name: (_) @name)
    (qualified_identifier name: [(type_identifier) @name (template_type name: (_) @name)])
  ]
  body: (_)) @scope
(struct_specifier
  name: [
    (type_identifier) @name
    (template_type name: (_) @name)
    (qualified_identifier name: [(type_identifier) @name (template_type name: (_) @name)])
  ]
  body: (_)) @scope
(union_specifier
  name: [
    (type_identifier) @name
    (template_type name: (_) @name)
    (qualified_identifier name: [(type_identifier) @name (template_type name: (_) @name)])
  ]
  body: (_)) @scope
; `class MACRO Name {` and `class MACRO Name : public Other {` look like functions that give back a `class MACRO`, and
; `MACRO namespace name {` like one of `namespace::name`.
(function_definition type: [(class_specifier) (struct_specifier)] declarator: (identifier) @name) @scope
(function_definition
  type: [(class_specifier) (struct_specifier)]
  declarator: (qualified_identifier scope: (namespace_identifier) @name)) @scope
((function_definition declarator: (qualified_identifier
  scope: (namespace_identifier) @word
  name: (identifier) @name)) @scope
  (#any-of? @word "namespace" "class" "struct"))

; Functions that have a body; compilers count them from their name.
(function_definition body: (_) @body) @function
(function_definition (try_statement) @body) @function
; The first one behind `public:` in such a class looks like a variable.
(labeled_statement
  (declaration declarator: (init_declarator declarator: (function_declarator) value: (_) @body)) @function)

; Their names, behind whatever pointers and references they give back.
(function_declarator declarator: [
  (identifier) @name @line
  (field_identifier) @name @line
  (destructor_name) @name @line
  (operator_name) @name @line
  (template_function name: (_) @name @line)
  (template_method name: (_) @name @line)
])
(function_definition declarator: (operator_cast "operator" @name @line type: (_) @name))

; `Type::name`, `space::Type<T>::name`, `space::inner::Type::name`.
(function_declarator declarator: (qualified_identifier
  scope: [(namespace_identifier) @owner (template_type name: (_) @owner)]
  name: [
    (identifier) @name @line
    (destructor_name) @name @line
    (operator_name) @name @line
    (template_function name: (_) @name @line)
  ]))
(function_declarator declarator: (qualified_identifier name: (qualified_identifier
  scope: [(namespace_identifier) @owner (template_type name: (_) @owner)]
  name: [
    (identifier) @name @line
    (destructor_name) @name @line
    (operator_name) @name @line
    (template_function name: (_) @name @line)
  ])))
(function_declarator declarator: (qualified_identifier name: (qualified_identifier name: (qualified_identifier
  scope: [(namespace_identifier) @owner (template_type name: (_) @owner)]
  name: [
    (identifier) @name @line
    (destructor_name) @name @line
    (operator_name) @name @line
    (template_function name: (_) @name @line)
  ]))))
(function_definition declarator: (qualified_identifier
  scope: [(namespace_identifier) @owner (template_type name: (_) @owner)]
  name: (operator_cast "operator" @name @line type: (_) @name)))
(function_definition declarator: (qualified_identifier name: (qualified_identifier
  scope: [(namespace_identifier) @owner (template_type name: (_) @owner)]
  name: (operator_cast "operator" @name @line type: (_) @name))))
