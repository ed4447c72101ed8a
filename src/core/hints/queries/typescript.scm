; --- Local names and their types

(required_parameter pattern: (identifier) @local type: (_)? @local.type)
(optional_parameter pattern: (identifier) @local type: (_)? @local.type)
(variable_declarator name: (identifier) @local type: (_) @local.type)
(variable_declarator name: (identifier) @local type: (_) @local.type value: (_))

(abstract_class_declaration name: (_) @class.name) @class

; --- What holds things, by its type

(variable_declarator name: (identifier) @variable type: (_) @first)
(_ name: (_) @owner body: (class_body (public_field_definition name: (_) @field @brief type: (_) @first)))
(_ name: (_) @owner body: (class_body (public_field_definition "static" name: (_) @static type: (_) @first)))

; Keys of few values
([(required_parameter pattern: (identifier) @few type: (type_annotation [(union_type) (index_type_query) (literal_type)]) @type)
  (variable_declarator name: (identifier) @few type: (type_annotation [(union_type) (index_type_query) (literal_type)]) @type)]
  (#match? @type "^:\\s*(keyof\\b|(\\|?\\s*['\"][^'\"]*['\"]\\s*)+$)"))
(required_parameter pattern: (identifier) @few type: (type_annotation (predefined_type) @type)
  (#eq? @type "boolean"))
([(variable_declarator name: (identifier) @few type: (type_annotation (generic_type (type_arguments . (_) @key))))
  (public_field_definition name: (_) @few type: (type_annotation (generic_type (type_arguments . (_) @key))))
  (variable_declarator name: (identifier) @few value: (new_expression type_arguments: (type_arguments . (_) @key)))
  (public_field_definition name: (_) @few value: (new_expression type_arguments: (type_arguments . (_) @key)))]
  (#match? @key "^(boolean|keyof\\b.*|(\\|?\\s*['\"][^'\"]*['\"]\\s*)+)$"))

; Other modules may take from it
(export_statement (_ body: (class_body (public_field_definition name: (property_identifier) @exported) @definition))
  (#not-match? @definition "\\b(private|protected)\\s"))

; What a key has, to be changed
((variable_declarator name: (identifier) @inner value: (non_null_expression (call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @look))))
  (#eq? @look "get"))
((call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @look)
   arguments: (arguments (arrow_function parameters: (formal_parameters . (required_parameter pattern: (identifier) @inner)))))
  (#eq? @look "forEach"))

; --- Other ways to write it

(as_expression . (_) @same) @outer
(satisfies_expression . (_) @same) @outer
(non_null_expression (_) @same) @outer
(variable_declarator name: (identifier) @alias
  value: [(as_expression) (satisfies_expression) (non_null_expression)] @aliased
  (#set! kind "map set list object"))
