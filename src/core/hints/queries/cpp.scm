; --- Local names

[
  (function_definition) (lambda_expression) (compound_statement) (for_statement) (for_range_loop) (if_statement)
  (while_statement) (switch_statement) (catch_clause)
] @scope

([
  (parameter_declaration type: (_) @local.type declarator: [(identifier) @local (_ (identifier) @local)])
  (optional_parameter_declaration type: (_) @local.type declarator: [(identifier) @local (_ (identifier) @local)])
] (#not-match? @local.type "^auto$"))
[(parameter_declaration type: (placeholder_type_specifier) declarator: [(identifier) @local (_ (identifier) @local)])
  (for_range_loop declarator: [(identifier) @local (_ (identifier) @local) (_ (_ (identifier) @local))])
  (structured_binding_declarator (identifier) @local)
  (lambda_capture_initializer left: (identifier) @local)]
; What is `static` in a function is none of it: it outlives the call
((compound_statement (declaration type: (_) @local.type
   declarator: [(identifier) @local (init_declarator declarator: [(identifier) @local (_ (identifier) @local)])
     (_ (identifier) @local)]) @declaration)
  (#not-match? @local.type "^auto$") (#not-match? @declaration "^(thread_local )?static\\b"))
((compound_statement (declaration type: (placeholder_type_specifier)
   declarator: (init_declarator
     declarator: [(identifier) @local (_ (identifier) @local)]
     value: (_) @local.type)) @declaration)
  (#not-match? @declaration "^(thread_local )?static\\b"))
[(for_statement initializer: (declaration type: (_) @local.type declarator: (init_declarator declarator: (identifier) @local)))
  (condition_clause value: (declaration type: (_) @local.type declarator: (init_declarator declarator: (identifier) @local)))
  (init_statement (declaration type: (_) @local.type declarator: (init_declarator declarator: (identifier) @local)))
  (condition_clause value: (declaration type: (_) @local.type declarator: (identifier) @local value: (_)))]

; A class, and a function of one that is defined outside of it
[(class_specifier name: (type_identifier) @class.name body: (_))
  (struct_specifier name: (type_identifier) @class.name body: (_))] @class
(function_definition declarator: [
  (function_declarator declarator: (qualified_identifier scope: [(namespace_identifier) @class.name (template_type name: (_) @class.name)] name: (_)))
  (_ (function_declarator declarator: (qualified_identifier scope: [(namespace_identifier) @class.name (template_type name: (_) @class.name)] name: (_))))
]) @class
(function_definition declarator: [
  (function_declarator declarator: (qualified_identifier name: (qualified_identifier
    scope: [(namespace_identifier) @class.name (template_type name: (_) @class.name)] name: (_))))
  (_ (function_declarator declarator: (qualified_identifier name: (qualified_identifier
    scope: [(namespace_identifier) @class.name (template_type name: (_) @class.name)] name: (_)))))
]) @class
[(function_definition) (lambda_expression)] @callable

; --- What holds things, by its type. What has a limit (`circular_buffer`), and what is kept by address, are none of these

((translation_unit) @kinds
  (#set! map "^(\\w+::)*((unordered_)?(multi)?map|(flat|node)_hash_map|btree_(multi)?map|F14\\w*Map)<")
  (#set! list "^(\\w+::)*(vector|deque|list|forward_list|queue|stack|priority_queue)<")
  (#set! set "^(\\w+::)*((unordered_)?(multi)?set|(flat|node)_hash_set|btree_(multi)?set|F14\\w*Set)<"))

([(alias_declaration name: (type_identifier) @type.name type: (_) @type.is)
   (type_definition type: (_) @type.is declarator: (type_identifier) @type.name)]
  (#match? @type.is "<")
  (#not-match? @type.is "^(\\w+::)*\\w*(map|set|Map|Set)<\\s*(const )?(bool|char|unsigned char|(std::)?type_index|(\\w+::)*\\w*(Type|Kind|State|Level|Mode|Phase|Category|Enum|Opcode))\\b"))
(class_specifier name: (type_identifier) @owner body: (field_declaration_list
  (field_declaration type: (_) @first declarator: (field_identifier) @field)))
(struct_specifier name: (type_identifier) @owner body: (field_declaration_list
  (field_declaration type: (_) @first declarator: (field_identifier) @field)))
; `entries_ GUARDED_BY(mutex_)` reads like a function
(class_specifier name: (type_identifier) @owner body: (field_declaration_list
  (field_declaration type: (_) @first (ERROR (identifier) @field) declarator: (function_declarator))))
([
  (class_specifier name: (type_identifier) @owner body: (field_declaration_list
    (field_declaration type: (_) @first declarator: (field_identifier) @static) @declaration))
  (struct_specifier name: (type_identifier) @owner body: (field_declaration_list
    (field_declaration type: (_) @first declarator: (field_identifier) @static) @declaration))
] (#match? @declaration "^(inline )?static\\b"))
; Of one file, or of a function
((declaration type: (_) @first declarator: [(identifier) @variable (init_declarator declarator: (identifier) @variable)]) @declaration
  (#match? @declaration "^(thread_local )?static\\b"))
(namespace_definition !name body: (declaration_list (declaration type: (_) @first
  declarator: [(identifier) @variable (init_declarator declarator: (identifier) @variable)])))

; Most objects live shortly
(field_declaration declarator: (field_identifier) @brief)
(field_declaration (ERROR (identifier) @brief) declarator: (function_declarator))

; Code elsewhere can reach what is public: behind such a word, but for names that say they are not
((class_specifier body: (field_declaration_list (access_specifier) @access (field_declaration declarator: (field_identifier) @exported)))
  (#any-of? @access "public" "protected") (#not-match? @exported "^(m_|s_|_)|_$"))
((struct_specifier body: (field_declaration_list (field_declaration declarator: (field_identifier) @exported)))
  (#not-match? @exported "^(m_|s_|_)|_$"))

; Types, states and the like are as many as the program's text has
((field_declaration type: (_) @type declarator: (field_identifier) @few)
  (#match? @type "^(\\w+::)*\\w*(map|set|Map|Set)<\\s*(const )?(bool|char|unsigned char|(std::)?type_index|(\\w+::)*\\w*(Type|Kind|State|Level|Mode|Phase|Category|Enum|Opcode))\\b"))
((declaration type: (_) @type declarator: [(identifier) @few (init_declarator declarator: (identifier) @few)])
  (#match? @type "^(\\w+::)*\\w*(map|set|Map|Set)<\\s*(const )?(bool|char|unsigned char|(std::)?type_index|(\\w+::)*\\w*(Type|Kind|State|Level|Mode|Phase|Category|Enum|Opcode))\\b"))
((parameter_declaration type: (_) @type declarator: (identifier) @few)
  (#match? @type "^(bool|(std::)?type_index|(\\w+::)*\\w*(Type|Kind|State|Level|Mode|Phase|Category|Enum|Opcode))$"))
(subscript_argument_list [(identifier) (qualified_identifier)] @few (#match? @few "(^|::)(k?[A-Z][A-Z0-9_]+|k[A-Z]\\w*)$"))
(argument_list . [(identifier) (qualified_identifier)] @few (#match? @few "(^|::)(k?[A-Z][A-Z0-9_]+|k[A-Z]\\w*)$"))

; A class of which one object is kept, or made by `main`, or that is shared between threads
((declaration type: (type_identifier) @keeper) @declaration (#match? @declaration "^static\\b"))
(function_definition declarator: (function_declarator declarator: (identifier) @name)
  body: (compound_statement (declaration type: [(type_identifier) (qualified_identifier)] @keeper)) (#eq? @name "main"))
((class_specifier name: (type_identifier) @keeper body: (field_declaration_list (field_declaration type: (_) @type)))
  (#match? @type "^(std::|absl::|folly::)?(recursive_|shared_|timed_|shared_timed_)?([mM]utex|SharedMutex)$"))

; What runs once
((function_definition declarator: [(function_declarator declarator: (_) @name) (_ (function_declarator declarator: (_) @name))]) @once
  (#match? @name "(^|::)(main|[iI]nit\\w*|[sS]et[uU]p\\w*|[rR]egister\\w*|[cC]onfigure\\w*|[lL]oad\\w*([cC]onfig|[pP]lugin)\\w*)$"))

; What an object gains while it is made is as much as it is made of: of what has no type, constructors
(function_definition !type declarator: (function_declarator) body: (_)) @constructor

; A local that was just made
((declaration declarator: (init_declarator declarator: (identifier) @made value: (_) @value))
  (#match? @value "^(new\\b|(\\w+::)*(make_(shared|unique)|allocate_shared|Make\\w*)\\b|[({])"))
(compound_statement (declaration type: [(type_identifier) (qualified_identifier)] declarator: (identifier) @made))

; --- What is done to it

((translation_unit) @methods
  (#set! "added map: key value" "emplace try_emplace insert_or_assign")
  (#set! "added map: _ key value" "emplace_hint")
  (#set! "added map set: value" "insert")
  (#set! "added set: key" "emplace")
  (#set! "added list: _ value" "insert emplace")
  (#set! "added list: value" "push_back emplace_back push_front emplace_front push emplace")
  (#set! removed "erase extract remove remove_if")
  (#set! emptied "clear pop_back pop_front pop swap merge splice resize assign unique")
  (#set! read "find count contains at begin end cbegin cend rbegin rend crbegin crend size empty front back top data lower_bound upper_bound equal_range bucket_count load_factor max_load_factor reserve rehash shrink_to_fit capacity sort reverse hash_function key_eq key_comp"))
(call_expression
  function: (field_expression argument: (_) @called field: (field_identifier) @method)
  arguments: (argument_list) @arguments)

; Of a map each look by brackets makes the key where there is none
((subscript_expression argument: (_) @added indices: (subscript_argument_list . (_) @key)) (#set! kind "map") (#set! look "by brackets"))
((call_expression function: (field_expression argument: (_) @found field: (field_identifier) @method)
   arguments: (argument_list . (_)? @found.key))
  (#any-of? @method "find" "count" "contains" "at"))
(if_statement) @branch
([(if_statement condition: (condition_clause value: (_) @asks) consequence: (_) @then)
  (conditional_expression condition: (_) @asks consequence: (_) @then)
  (binary_expression left: (_) @asks operator: "&&" right: (_) @then)]
  (#not-match? @asks "\\|\\||==|<|![^=]"))
((if_statement condition: (condition_clause value: (_) @asks) alternative: (_) @then)
  (#match? @asks "^!|== *(0|\\S+end\\(\\))$") (#not-match? @asks "&&|!="))
; Keys that it has already
(for_range_loop
  declarator: [(structured_binding_declarator . (identifier) @each) (_ (structured_binding_declarator . (identifier) @each))]
  right: (_) @each.of)
(for_range_loop declarator: [(identifier) @each (_ (identifier) @each)] right: (_) @each.of (#set! by ".first"))
((assignment_expression
   left: (subscript_expression argument: (_) @added indices: (subscript_argument_list . (_) @key)) right: (_) @value)
  (#set! kind "map"))
((subscript_expression argument: (_) @read) (#set! kind "list"))
; What a local has gains: so does what the local is put into
((call_expression
   function: (field_expression
     argument: (field_expression argument: (identifier) @added)
     field: (field_identifier) @method)
   arguments: (argument_list (_) @value))
  (#any-of? @method "push_back" "emplace_back" "push_front" "emplace" "insert" "push" "append" "assign") (#set! kind "object"))
((assignment_expression left: (field_expression argument: (identifier) @added) right: (_) @value) (#set! kind "object"))

((call_expression function: (_) @function arguments: (argument_list . (_) @removed)) (#match? @function "^(std::|absl::)?(erase|erase_if)$"))
((call_expression function: (_) @function arguments: (argument_list (_) @replaced)) (#match? @function "^(std::)?(swap|exchange|move|forward)\\b"))
(assignment_expression left: (_) @replaced)

; A first value
(field_initializer . (field_identifier) @initial)
(declaration declarator: [(qualified_identifier) @initial (init_declarator declarator: (qualified_identifier) @initial)])

; A limit; `size() == 0` and `> 0` only ask for emptiness, and an index goes through it
([(binary_expression
    left: (call_expression function: (field_expression argument: (_) @measured field: (field_identifier) @method))
    operator: ["<" ">" "<=" ">=" "==" "!=" "%" "-"] right: (_) @limit)
  (binary_expression
    left: (_) @limit operator: ["<" ">" "<=" ">=" "==" "!=" "%" "-"]
    right: (call_expression function: (field_expression argument: (_) @measured field: (field_identifier) @method)))]
  (#any-of? @method "size" "count" "length") (#not-match? @limit "^(0|0u|0U|i|j|k|n|idx|\\w*[iI]ndex|pos)$"))
((init_declarator value: (call_expression function: (field_expression argument: (_) @measured field: (field_identifier) @method)))
  (#eq? @method "size"))

(for_range_loop right: (_) @read)
((call_expression function: (_) @function arguments: (argument_list . (_) @read))
  (#match? @function "^(std::|absl::)?(begin|end|cbegin|cend|size|empty|data|ssize|c_\\w+)$"))

(declaration declarator: (init_declarator
  declarator: [(identifier) @alias (reference_declarator (identifier) @alias)] value: [(identifier) (field_expression)] @aliased))
