; Methods that have a body; they belong to the class right around them, or to none where it has no name.
(method_declaration name: (_) @name @line body: (_)) @function
((constructor_declaration name: (_) @line) @function (#set! name "<init>"))
((compact_constructor_declaration name: (_) @line) @function (#set! name "<init>"))
((enum_constant) @function (#set! name "<clinit>"))
(enum_constant body: (class_body) @scope)
(object_creation_expression (class_body) @scope)
(class_declaration name: (_) @name) @scope
(record_declaration name: (_) @name) @scope
(enum_declaration name: (_) @name) @scope
(interface_declaration name: (_) @name) @scope

; The line table of a method begins at its first statement, that of one without any where it ends.
(method_declaration body: (block (statement) @start))
(method_declaration body: (block "{" . "}" @start))

; What runs outside of methods, as constructors and static initialisers.
((static_initializer) @function (#set! name "<clinit>"))
((constant_declaration) @function (#set! name "<clinit>"))
((field_declaration (modifiers "static")) @function (#set! name "<clinit>"))
((field_declaration) @function (#set! name "<init>"))
((class_body (block) @function) (#set! name "<init>"))

; What the compiler adds stands at the class's name, or where its body opens.
((class_declaration name: (_) @function) (#set! name "<init>"))
((enum_declaration name: (_) @function) (#set! name "<init>"))
((enum_declaration body: (enum_body . "{" @function)) (#set! name "values"))
((class_body . "{" @function) (#set! name "<init>"))
