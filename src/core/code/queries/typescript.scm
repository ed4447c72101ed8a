; What TypeScript has besides: a parameter with a type and a default.
(_
  pattern: (identifier) @name
  value: [(arrow_function) (function_expression)] @function)
