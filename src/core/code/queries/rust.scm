; Functions that have a body; they belong to the `impl`'s type, the trait or the module.
(function_item name: (_) @name) @function
(impl_item type: [
  (type_identifier) @name
  (primitive_type) @name
  (scoped_type_identifier name: (_) @name)
  (generic_type type: (type_identifier) @name)
  (generic_type type: (scoped_type_identifier name: (_) @name))
  (reference_type type: [(type_identifier) (primitive_type)] @name)
  (reference_type type: (scoped_type_identifier name: (_) @name))
  (reference_type type: (generic_type type: (type_identifier) @name))
  (reference_type type: (generic_type type: (scoped_type_identifier name: (_) @name)))
]) @scope
(impl_item) @scope
(trait_item name: (_) @name) @scope
(mod_item name: (_) @name) @scope
