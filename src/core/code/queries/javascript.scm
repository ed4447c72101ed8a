; Functions that have a name, or get one from what they are assigned to, as V8 has it; TypeScript too.
(function_declaration name: (_) @name) @function
(generator_function_declaration name: (_) @name) @function
(function_expression name: (_) @name) @function
(generator_function name: (_) @name) @function
(method_definition name: [
  (property_identifier) @name @line
  (private_property_identifier) @name @line
  (string (string_fragment) @name @line)
]) @function

; `const name =`, `{ name: … }`, a class's field, a parameter's default.
(variable_declarator
  name: (identifier) @name
  value: [
    (arrow_function) @function
    (function_expression) @function
    (generator_function) @function
    (parenthesized_expression (arrow_function) @function)
    (parenthesized_expression (function_expression) @function)
  ])
(pair
  key: [(property_identifier) @name (string (string_fragment) @name)]
  value: [
    (arrow_function) @function
    (function_expression) @function
    (generator_function) @function
    (parenthesized_expression (arrow_function) @function)
    (parenthesized_expression (function_expression) @function)
  ])
(class_body (_
  [(property_identifier) (private_property_identifier)] @name
  value: [(arrow_function) (function_expression) (generator_function)] @function))
(assignment_pattern
  left: (identifier) @name
  right: [(arrow_function) (function_expression) (generator_function)] @function)
(augmented_assignment_expression
  left: (identifier) @name
  right: [(arrow_function) (function_expression) (generator_function)] @function)

; `name =`, `exports.name =`, `Cart.prototype.name =`, `Cart.name =`.
(assignment_expression
  left: (identifier) @name
  right: [(arrow_function) (function_expression) (generator_function)] @function)
((assignment_expression
  left: (member_expression object: (identifier) @outer property: (property_identifier) @name)
  right: [(arrow_function) (function_expression) (generator_function)] @function)
  (#any-of? @outer "exports" "module"))
((assignment_expression
  left: (member_expression
    object: (member_expression
      object: (identifier) @owner
      property: (property_identifier) @prototype)
    property: (property_identifier) @name)
  right: [(arrow_function) (function_expression) (generator_function)] @function)
  (#eq? @prototype "prototype"))
(assignment_expression
  left: (member_expression object: (identifier) @owner property: (_) @name)
  right: [(arrow_function) (function_expression) (generator_function)] @function)
(assignment_expression
  left: (member_expression property: [(property_identifier) (private_property_identifier)] @name)
  right: [(arrow_function) (function_expression) (generator_function)] @function)

; Classes, and the constructors that they have without declaring one, which V8 calls by the class like any other.
(class_declaration name: (_) @name) @scope
(class name: (_) @name) @scope
(variable_declarator name: (identifier) @name value: (class) @scope)
(assignment_expression left: (identifier) @name right: (class) @scope)
(class) @scope
(class_declaration name: (_) @name @function)
(class name: (_) @name @function)
(variable_declarator name: (identifier) @name @function value: (class))
(assignment_expression left: (identifier) @name @function right: (class))
