; What TypeScript has besides: abstract classes, a parameter with a type and a default.
(abstract_class_declaration name: (_) @name) @scope
(abstract_class_declaration name: (_) @name @function)
(required_parameter
  pattern: (identifier) @name
  value: [(arrow_function) (function_expression)] @function)
