; --- Local names

[
  (function_item) (closure_expression) (block) (match_arm) (for_expression) (while_expression) (if_expression)
] @scope

(parameter pattern: (identifier) @local type: (_) @local.type)
[(mut_pattern (identifier) @local) (reference_pattern (identifier) @local) (slice_pattern (identifier) @local)]
(closure_parameters [(identifier) @local (parameter pattern: (identifier) @local)])
(let_declaration pattern: (identifier) @local !value)
(let_declaration pattern: (identifier) @local !type value: (_) @local.value)
(let_declaration pattern: (identifier) @local type: (_) @local.type value: (_) @local.value)
[(tuple_pattern (identifier) @local) (tuple_struct_pattern type: (_) (identifier) @local)]
(captured_pattern . (identifier) @local)
[(field_pattern pattern: (identifier) @local) (for_expression pattern: (identifier) @local)]
(match_pattern (identifier) @local)

(impl_item type: [
  (type_identifier) @class.name
  (generic_type type: (type_identifier) @class.name)
  (scoped_type_identifier name: (type_identifier) @class.name)
]) @class

; --- What holds things: fields and statics, by their type. `shared…` is behind a lock or counted: who has `&x` of it
; can take from it

((source_file) @kinds
  (#set! map "^(\\w+::)*(\\w*HashMap|BTreeMap|IndexMap)<")
  (#set! set "^(\\w+::)*(\\w*HashSet|BTreeSet|IndexSet)<")
  (#set! text "^(\\w+::)*(String|Vec<u8>|BytesMut)$")
  (#set! list "^(\\w+::)*(Vec|VecDeque|LinkedList|BinaryHeap)<")
  (#set! taskList "^(\\w+::)*(JoinSet|FuturesUnordered)<")
  (#set! sharedMap "^((\\w+::)*(Arc|Rc|Box|Option|Lazy|\\w*(Mutex|Lock|Cell))<\\s*)*(\\w+::)*(\\w*HashMap|BTreeMap|IndexMap|DashMap|SkipMap)(<|$)")
  (#set! sharedSet "^((\\w+::)*(Arc|Rc|Box|Option|Lazy|\\w*(Mutex|Lock|Cell))<\\s*)*(\\w+::)*(\\w*HashSet|BTreeSet|IndexSet|DashSet|SkipSet)(<|$)")
  (#set! sharedText "^((\\w+::)*(Arc|Rc|Box|Option|Lazy|\\w*(Mutex|Lock|Cell))<\\s*)*(\\w+::)*(String>|Vec<u8>|BytesMut>)")
  (#set! sharedList "^((\\w+::)*(Arc|Rc|Box|Option|Lazy|\\w*(Mutex|Lock|Cell))<\\s*)*(\\w+::)*(Vec|VecDeque|LinkedList|BinaryHeap)(<|$)"))

(struct_item name: (type_identifier) @owner body: (field_declaration_list
  (field_declaration name: (field_identifier) @field type: (_) @first)))
(static_item name: (identifier) @variable type: (_) @first)
; A macro's body is no code to the grammar, but its tokens tell: `static ref NAME: Mutex<HashMap<…` and `static NAME: …`
(macro_invocation macro: (_) @macro (token_tree
  "static" . (identifier)? . (identifier) @variable . ":" . [(identifier) "<" "::"]* . (identifier) @first . "<")
  (#match? @macro "(lazy_static|thread_local)$"))

((type_item name: (type_identifier) @type.name type: (_) @type.is)
  (#not-match? @type.is "(Map|Set)<(bool|[ui]8|char|TypeId|&'static str)\\b"))

; Keys of few values
([(field_declaration name: (_) @few type: (_) @type) (static_item name: (_) @few type: (_) @type)]
  (#match? @type "(Map|Set)<(bool|[ui]8|char|TypeId|&'static str)\\b"))

; Code elsewhere may take from it
(struct_item (visibility_modifier) body: (field_declaration_list
  (field_declaration (visibility_modifier) name: (field_identifier) @exported)))
(static_item (visibility_modifier) name: (identifier) @exported)
(macro_invocation (token_tree "pub" . "static" . (identifier)? . (identifier) @exported . ":"))

; A struct that threads or tasks share, a static's, one that `main` makes, or a field of another
(struct_item name: (type_identifier) @keeper body: (field_declaration_list (field_declaration type: (_) @type))
  (#match? @type "\\b(\\w*Mutex|RwLock|Atomic\\w+|\\w*Sender|\\w*Receiver|Notify|DashMap|DashSet|JoinSet|JoinHandle|\\w+Listener|\\w+Socket|CancellationToken)\\b"))
(static_item type: [(type_identifier) @keeper (generic_type type_arguments: (type_arguments (type_identifier) @keeper))])
(function_item name: (identifier) @name body: (block (let_declaration value: [
  (struct_expression name: (_) @keeper) (call_expression function: (scoped_identifier path: (_) @keeper))])) (#eq? @name "main"))
(struct_item name: (type_identifier) @holder body: (field_declaration_list
  (field_declaration type: [(type_identifier) (generic_type)] @held)))
(struct_item name: (type_identifier) @holder body: (field_declaration_list (field_declaration type: (generic_type
  type: (type_identifier) @type type_arguments: (type_arguments [(type_identifier) @held
    (generic_type type: (type_identifier) @inner type_arguments: (type_arguments (type_identifier) @held))]))))
  (#any-of? @type "Arc" "Rc" "Mutex" "RwLock" "RefCell" "Box") (#not-match? @inner "^(?!(Mutex|RwLock|RefCell)$)"))
(field_declaration name: (field_identifier) @brief)

; What runs once
((function_item name: (identifier) @name) @once (#match? @name "^(main|(try_)?init\\w*|setup\\w*|install\\w*|register\\w*|set_(global|boxed|logger|default)\\w*)$"))
((function_item name: (identifier) @name) @constructor (#match? @name "^(new\\w*|default|from\\w*|with_\\w+|build\\w*|open\\w*|load\\w*)$"))
((function_item parameters: (parameters . (self_parameter) @self)) @constructor (#match? @self "^(mut )?self$"))
(static_item) @once
((mod_item name: (identifier) @name) @once (#match? @name "^tests?$"))
((call_expression function: (_) @function arguments: (arguments (closure_expression) @once))
  (#match? @function "(get_or_init|get_or_try_init|call_once|(Lazy|LazyLock|LazyCell)::new)$"))
((let_declaration pattern: (identifier) @made value: [(struct_expression) (call_expression function: (_) @function)])
  (#not-match? @function "^(?!.*::(new|default|with_capacity|builder)$)"))
(assignment_expression left: (unary_expression "*" (self) @reset))

; --- What is done to it

((source_file) @methods
  (#set! "added map sharedMap: key value" "insert try_insert insert_sorted get_or_insert")
  (#set! "added set sharedSet: key" "insert get_or_insert")
  (#set! "added list sharedList: _ value" "insert")
  (#set! "added list sharedList text sharedText: value" "push push_back push_front push_str extend_from_slice put_slice put")
  (#set! "added taskList" "spawn spawn_on spawn_local spawn_blocking push")
  (#set! added "extend append")
  (#set! "read map set list text" "clone"))
(call_expression function: (field_expression value: (_) @called field: (field_identifier) @method) arguments: (_) @arguments)

((field_expression
   value: (call_expression
     function: (field_expression value: (_) @added field: (field_identifier) @method)
     arguments: (arguments . (_) @key .))
   field: (field_identifier) @then)
  (#eq? @method "entry") (#match? @then "^(or_\\w+|and_modify|insert_entry)$") (#set! kind "map sharedMap"))
; What a key has gains, by the way that makes it where there is none
((call_expression
   function: (field_expression
     value: (call_expression
       function: (field_expression
         value: (call_expression
           function: (field_expression value: (_) @added field: (field_identifier) @method)
           arguments: (arguments . (_) @key .))
         field: (field_identifier) @then))
     field: (field_identifier) @gains)
   arguments: (arguments (_) @value .))
  (#eq? @method "entry") (#match? @then "^or_") (#any-of? @gains "push" "push_back" "push_front" "insert" "extend")
  (#set! kind "map sharedMap") (#set! gains "within"))
; What a key has, to be changed
([(call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)) @inner
  (call_expression function: (field_expression
    value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)))) @inner
  (let_declaration pattern: (identifier) @inner value: [
    (call_expression function: (field_expression
      value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look))))
    (try_expression
      (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)))])
  (let_condition pattern: (tuple_struct_pattern (identifier) @inner)
    value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)))
  (let_declaration pattern: (tuple_struct_pattern (identifier) @inner)
    value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)))
  (match_expression
    value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look))
    body: (match_block (match_arm pattern: (match_pattern (tuple_struct_pattern (identifier) @inner)))))
  (for_expression pattern: [(identifier) @inner (tuple_pattern (identifier) @inner .)]
    value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)))
  (call_expression
    function: (field_expression
      value: (call_expression function: (field_expression value: (_) @holding field: (field_identifier) @look)))
    arguments: (arguments (closure_expression
      parameters: (closure_parameters [(identifier) @inner (tuple_pattern (identifier) @inner .)]))))]
  (#match? @look "_mut$|^entry$"))
((for_expression
   pattern: (tuple_pattern (identifier) @inner .)
   value: (reference_expression (mutable_specifier)) @holding))
(compound_assignment_expr left: (_) @added operator: "+=" (#set! kind "text sharedText"))

((call_expression function: (field_expression value: (_) @removed field: (field_identifier) @method))
  (#match? @method "^(remove|retain|clear|drain|pop|truncate|split|take|swap_remove|shift_remove|dedup|resize|into_|extract_if|advance|freeze|alter|evict|set_len|join_next|try_join_next|abort_all|shutdown|detach_all|poll_|next$|first_entry|last_entry|peek_mut|reset|replace$|replace_range|delete|prune|expire|cleanup)")
  (#set! kind "map set list text taskList sharedMap sharedSet sharedList sharedText"))
(assignment_expression left: (_) @replaced)

; A first value; for what is shared, only when it is made there
(field_initializer field: (field_identifier) @initial (#set! kind "map set list text taskList"))
(shorthand_field_initializer (identifier) @initial (#set! kind "map set list text taskList"))
(field_initializer field: (field_identifier) @initial value: (_) @value
  (#match? @value "^(\\w+::)*(Arc|Rc|\\w*Mutex|RwLock|RefCell|OnceLock|OnceCell|\\w+Map|\\w+Set|Vec|VecDeque|String|Default|Box)(::<[^()]*>)?::(new|default|with_\\w+|from)\\(|^(None$|Some\\(|vec!)")
  (#set! kind "sharedMap sharedSet sharedList sharedText"))
(field_initializer field: (field_identifier) @handed (#set! kind "sharedMap sharedSet sharedList sharedText"))
(shorthand_field_initializer (identifier) @handed (#set! kind "sharedMap sharedSet sharedList sharedText"))
(field_pattern name: [(field_identifier) (shorthand_field_identifier)] @handed)

; A limit; a length that has a name is not followed
([(binary_expression (call_expression function: (field_expression value: (_) @measured field: (field_identifier) @method)))
  (binary_expression
    (type_cast_expression value: (call_expression function: (field_expression value: (_) @measured field: (field_identifier) @method))))] @asked
  (#any-of? @method "len" "capacity") (#match? @asked "[<>%/-]|[!=]=") (#not-match? @asked "^0 |[^\\w.]0$"))
([(let_declaration value: (call_expression function: (field_expression value: (_) @measured field: (_) @method)))
  (let_declaration value: (type_cast_expression
    value: (call_expression function: (field_expression value: (_) @measured field: (_) @method))))]
  (#eq? @method "len"))

((call_expression function: (field_expression value: (_) @read field: (field_identifier) @method))
  (#match? @method "^(get|get_mut|get_key_value|get_full|get_index|contains|contains_key|contains_\\w+|keys|values|values_mut|iter|iter_mut|len|is_empty|first|last|first_mut|last_mut|front|back|front_mut|back_mut|first_key_value|last_key_value|range|as_str|as_slice|as_bytes|as_ptr|capacity|reserve|sort\\w*|reverse|binary_search\\w*|join|concat|to_vec|to_owned|to_string|chars|bytes|lines|starts_with|ends_with|find|windows|chunks|split_at|trim|peek|shrink_to_fit|position|hasher|cloned|copied|is_some|is_none|strong_count|view|fmt|eq|cmp|hash|index_of|get_index_of)$"))
(index_expression . (_) @read)
(for_expression value: (_) @read)
((call_expression function: (_) @function arguments: (arguments . (_) @read)) (#match? @function "(^|::)drop$"))
; What is not behind a lock cannot be changed through `&x`
(reference_expression . value: (_) @read (#set! kind "map set list text taskList"))

; --- The same by another name

((call_expression function: (field_expression value: (_) @same field: (field_identifier) @method)) @outer
  (#match? @method "^(lock|write|read|borrow|borrow_mut|try_lock|try_write|try_read|lock_arc|lock_owned|read_owned|write_owned|read_arc|write_arc|upgradable_read|blocking_lock|blocking_read|blocking_write|unwrap|expect|unwrap_or_else|unwrap_unchecked|as_ref|as_mut|as_deref|as_deref_mut|deref|deref_mut|clone|get_or_init|get_or_try_init|get_or_insert_with|get_or_insert_default|force|ok|map_err)$")
  (#set! kind "sharedMap sharedSet sharedList sharedText"))
((call_expression function: (field_expression value: (_) @same field: (field_identifier) @method)
   arguments: (arguments) @arguments) @outer
  (#any-of? @method "get" "get_mut" "load" "by_ref") (#eq? @arguments "()")
  (#set! kind "sharedMap sharedSet sharedList sharedText"))
((call_expression function: (_) @function arguments: (arguments . (reference_expression value: (_) @same) .)) @outer
  (#match? @function "(Arc|Rc)::clone$|(Lazy|LazyLock)::force$|(ptr::|^)addr_of_mut$")
  (#set! kind "sharedMap sharedSet sharedList sharedText"))
(reference_expression (mutable_specifier) value: (_) @same) @outer
(reference_expression value: (_) @same (#set! kind "sharedMap sharedSet sharedList sharedText")) @outer
(unary_expression "*" (_) @same) @outer
(await_expression (_) @same) @outer
(try_expression (_) @same) @outer

(let_declaration pattern: (identifier) @alias value: (_) @aliased)
([(let_declaration
    pattern: (tuple_struct_pattern type: (_) @some . [(identifier) @alias (mut_pattern (identifier) @alias)] .)
    value: (_) @aliased)
  (let_condition
    pattern: (tuple_struct_pattern type: (_) @some . [(identifier) @alias (mut_pattern (identifier) @alias)] .)
    value: (_) @aliased)
  (match_expression value: (_) @aliased body: (match_block (match_arm pattern: (match_pattern
    (tuple_struct_pattern type: (_) @some . [(identifier) @alias (mut_pattern (identifier) @alias)] .)))))]
  (#any-of? @some "Ok" "Some"))
((call_expression function: (field_expression value: (_) @aliased field: (field_identifier) @method)
   arguments: (arguments . (closure_expression parameters: (closure_parameters . (identifier) @alias .)) .))
  (#any-of? @method "with" "with_borrow" "with_borrow_mut")
  (#set! kind "sharedMap sharedSet sharedList sharedText"))

; What stands in a macro's body is not followed, but for those that print
(macro_invocation macro: (_) @macro (token_tree (identifier) @handed)
  (#not-match? @macro "(^|::)(print|println|eprint|eprintln|format|panic|trace|debug|info|warn|error|assert|assert_eq|assert_ne|debug_assert|debug_assert_eq)$"))
(token_tree (token_tree (identifier) @handed))

; --- What is never given back

((call_expression function: (_) @function) @leak
  (#match? @function "(^|::)Box::leak$")
  (#set! rule "leaked") (#set! unless "from_raw")
  (#set! text "`Box::leak` gives memory up for good: each call of `{function}` that comes here leaves some more, and no `from_raw` was found that takes it back."))
((call_expression function: (field_expression field: (_) @method) arguments: (arguments) @arguments) @leak
  (#eq? @method "leak") (#eq? @arguments "()")
  (#set! rule "leaked") (#set! unless "from_raw")
  (#set! text "`leak` gives memory up for good: each call of `{function}` that comes here leaves some more, and no `from_raw` was found that takes it back."))
((call_expression function: (_) @function) @leak
  (#match? @function "(^|::)(Box|Arc|Rc|CString)::into_raw$|^(\\w+::)*(CString::(new|from)|Box::new|Arc::new)\\b[^]*\\.into_raw$")
  (#set! rule "leaked") (#set! unless "from_raw")
  (#set! text "`into_raw` lets go of what it points to, and no `from_raw` was found that takes it back: each call of `{function}` that comes here leaves one more."))
((let_declaration pattern: (identifier) @resource value: (_) @value)
  (#match? @value "^(\\w+::)*(CString::(new|from)|Box::new|Arc::new)")
  (#set! kind "pointee") (#set! rule "leaked") (#set! when "kept") (#set! unless "from_raw")
  (#set! text "`{resource}` is made here and let go of by `into_raw`, and no `from_raw` was found that takes it back: each call of `{function}` leaves one more."))
([(call_expression function: (field_expression value: (identifier) @kept field: (field_identifier) @function))
  (call_expression function: (_) @function arguments: (arguments . (identifier) @kept .))]
  (#match? @function "(^|(Box|Arc|Rc|CString)::)into_raw$") (#set! kind "pointee"))

; `mem::forget` of what has just been made; a guard that is forgotten only does not do its work
((block
   (let_declaration pattern: (identifier) @forgotten value: (call_expression)) @leak
   (expression_statement (call_expression function: (_) @function arguments: (arguments . (identifier) @name .))))
  (#match? @function "(^|::)mem::forget$|^forget$") (#eq? @name @forgotten)
  (#not-match? @forgotten "guard|bomb|defer|abort|cleanup|scope")
  (#set! rule "leaked") (#set! unless "from_raw")
  (#set! text "`{forgotten}` is made here and never dropped, for `{function}` forgets it: what it holds stays for ever."))
