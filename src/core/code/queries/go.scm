; Functions and methods with a body, and the function literals inside them.
(function_declaration name: (identifier) @name body: (_)) @function
(method_declaration
  receiver: (parameter_list
    (parameter_declaration type: [
      (type_identifier) @owner
      (pointer_type (type_identifier) @owner)
      (generic_type type: (type_identifier) @owner)
      (pointer_type (generic_type type: (type_identifier) @owner))
      (parenthesized_type (_) @owner)
    ]))
  name: (field_identifier) @name
  body: (_)) @function
(func_literal) @literal
