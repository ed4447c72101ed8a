; Methods that have a body; they belong to the class right around them, or to none where it has no name.
(method_declaration name: (_) @name @line body: (_)) @function
((constructor_declaration name: (_) @line @start) @function (#set! name "<init>"))
((compact_constructor_declaration name: (_) @line) @function (#set! name "<init>"))
((enum_constant) @function (#set! name "<clinit>"))
(enum_constant body: (class_body) @scope)
(object_creation_expression (class_body) @scope)
(_ name: (_) @name body: [(class_body) (enum_body) (interface_body) (annotation_type_body)]) @scope

; The line tables of methods begin at the first statement, those of constructors at the call of another, if there is one.
(method_declaration body: (block (statement) @start))
(constructor_declaration body: (constructor_body (explicit_constructor_invocation) @start))

; What runs outside of methods, as constructors and static initialisers.
((static_initializer) @function (#set! name "<clinit>"))
((constant_declaration) @function (#set! name "<clinit>"))
((field_declaration (modifiers "static")) @function (#set! name "<clinit>"))
((field_declaration) @function (#set! name "<init>"))
((class_body (block) @function) (#set! name "<init>"))
