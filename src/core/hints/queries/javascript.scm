; --- Functions: V8 knows of the line of their parameters alone

(_ parameters: (formal_parameters) @begins body: (_)) @callable
(arrow_function parameter: (_) @begins) @callable

; Functions that outlive the call that makes them
(return_statement [(arrow_function) (function_expression) (object) (class)] @escaping)
(arrow_function body: [(arrow_function) (function_expression) (parenthesized_expression (object))] @escaping)
(return_statement [(identifier) @returned (object (shorthand_property_identifier) @returned)])
(function_declaration name: (_) @named) @named.value
(variable_declarator name: (identifier) @named
  value: [(arrow_function) (function_expression) (object)] @named.value)
(assignment_expression left: (member_expression)
  right: [(arrow_function) (function_expression) (object)] @escaping)

; and those that are called again and again
((call_expression function: (identifier) @called.by arguments: (arguments . [(arrow_function) (function_expression)] @recurring))
  (#eq? @called.by "setInterval"))
((call_expression function: (member_expression property: (property_identifier) @method)
   arguments: (arguments . (string) @path (_)* [(arrow_function) (function_expression)] @recurring))
  (#any-of? @method "use" "get" "post" "put" "patch" "delete" "all" "route") (#match? @path "^.\\/"))

; A function around all of a module
(program (expression_statement [
  (call_expression function: (parenthesized_expression [(function_expression) (arrow_function)] @wrapper))
  (parenthesized_expression (call_expression function: [(function_expression) (arrow_function)] @wrapper))
  (unary_expression (call_expression function: [(function_expression) (arrow_function)] @wrapper))
  (call_expression function: (identifier) @function arguments: (arguments (function_expression) @wrapper))])
  (#eq? @function "define"))

; --- Local names

([
  (function_declaration) (generator_function_declaration) (function_expression) (generator_function)
  (arrow_function) (method_definition) (statement_block) (for_statement) (for_in_statement) (catch_clause)
  (class_static_block) (switch_body)
] @scope (#set! known "everywhere"))

[(formal_parameters (_) @local) (arrow_function parameter: (identifier) @local)]
(variable_declarator name: (identifier) @local value: (new_expression)? @local.type)
[(for_in_statement left: (identifier) @local) (catch_clause parameter: (identifier) @local)]
[(rest_pattern (identifier) @local) (array_pattern (identifier) @local)]
[(assignment_pattern left: (identifier) @local) (pair_pattern value: (identifier) @local)]
(shorthand_property_identifier_pattern) @local

; --- Classes, the functions that were classes before there were any, and objects with methods

(_ name: (_) @class.name body: (class_body)) @class
(variable_declarator name: (identifier) @class.name value: (class) @class)
((function_declaration name: (identifier) @class.name) @class (#match? @class.name "^[A-Z]"))
([(assignment_expression left: (member_expression object: (identifier) @class.name property: (_) @prototype)
    right: (object) @class)
  (assignment_expression left: (member_expression
      object: (member_expression object: (identifier) @class.name property: (_) @prototype))
    right: (function_expression) @class)]
  (#eq? @prototype "prototype"))
(program [(_ (variable_declarator name: (identifier) @class.name value: (object) @class))
  (export_statement (_ (variable_declarator name: (identifier) @class.name value: (object) @class)))])

; --- What holds things, by its first value or its type

((program) @kinds
  (#set! list "^(\\[|new Array\\b|:\\s*(readonly\\s+)?(Array\\b|[^(]*\\[\\]$))")
  (#set! object "^(\\{\\s*\\}|Object\\.create\\(null\\))(\\s+(as|satisfies)\\b|$)|^:\\s*(Record\\b|\\{\\s*\\[)")
  (#set! map "^(new |:\\s*)Map\\b")
  (#set! set "^(new |:\\s*)Set\\b")
  (#set! timer "^((globalThis|window|self)\\.)?setInterval\\b"))

(variable_declarator name: (identifier) @variable value: (_) @first)
(program (_ (variable_declarator name: (identifier) @variable !value)) (#set! kind "timer"))
(program [(_ (variable_declarator name: (identifier) @variable value: (new_expression constructor: (_) @made.by)))
  (export_statement (_ (variable_declarator
    name: (identifier) @variable value: (new_expression constructor: (_) @made.by))))]
  (#not-any-of? @made.by "Map" "Set" "Array" "WeakMap" "WeakSet" "WeakRef") (#set! kind "emitter"))

(_ name: (_) @owner body: (class_body (_
  [(property_identifier) (private_property_identifier)] @field @brief value: (_) @first)))
(_ name: (_) @owner body: (class_body (_
  "static" [(property_identifier) (private_property_identifier)] @static value: (_) @first)))

; What a constructor gives an object, a class's, or that of a function that is one
([(_ name: (_) @owner body: (class_body (method_definition name: (_) @name
    body: (statement_block (expression_statement (assignment_expression
      left: (member_expression object: (this) property: (_) @field @brief) right: (_) @first))))))
  (function_declaration name: (_) @owner @function
    body: (statement_block (expression_statement (assignment_expression
      left: (member_expression object: (this) property: (_) @field @brief) right: (_) @first))))]
  (#eq? @name "constructor") (#not-match? @function "^[^A-Z]"))

; A module's object, and a class's own properties
(program [(_ (variable_declarator name: (identifier) @owner
    value: (object (pair key: (property_identifier) @static value: (_) @first))))
  (export_statement (_ (variable_declarator name: (identifier) @owner
    value: (object (pair key: (property_identifier) @static value: (_) @first)))))])
(program (expression_statement (assignment_expression
  left: (member_expression object: (identifier) @owner property: (property_identifier) @static) right: (_) @first))
  (#match? @owner "^[A-Z]"))

; What the platform owns
((identifier) @platform (#any-of? @platform "process" "window" "document" "globalThis" "self"))

; Other modules may take from it
(export_statement (_ (variable_declarator [
  name: (identifier) @exported
  value: (object (pair key: (property_identifier) @exported))])))

; An object that the module keeps
(program [
  (_ (variable_declarator value: [
    (new_expression) @keeper (call_expression) @keeper (object (pair value: (new_expression) @keeper))]))
  (export_statement [
    (new_expression) @keeper (call_expression) @keeper
    (_ (variable_declarator value: [(new_expression) (call_expression)] @keeper))])
  (expression_statement (assignment_expression right: [
    (new_expression) @keeper (call_expression) @keeper (object (pair value: (call_expression) @keeper))
    (ternary_expression [(new_expression) (call_expression)] @keeper)]))])
[(augmented_assignment_expression right: (new_expression) @keeper)
  (class_body (_ "static" value: (new_expression) @keeper))]
((_ name: (_) @keeper body: (class_body))
  (#match? @keeper "(Client|Requester|Bus|Dispatcher|Scheduler|Provider|Controller|Gateway|Monitor|Watcher|Namespace|App|Application|Router|Limiter|Proxy|Host)$"))

; Keys of few values: what kinds there are, what the program's text names
((identifier) @few (#match? @few "^(_*[A-Z][A-Z0-9_]+|name|type|kind|event|eventName|eventType|method|methodName|level|locale|lang|language|languageId|encoding|platform|status|statusCode|mode|ext|extension|format|category|feature|area|flag|option|setting|property|propertyName|prop|propName|attr|attribute|field|fieldName|ctor|constructor)$"))
((member_expression property: (property_identifier) @name) @few
  (#match? @name "^(_*[A-Z][A-Z0-9_]+|name|type|kind|event|eventName|eventType|method|level|locale|lang|language|languageId|encoding|platform|status|statusCode|mode|ext|extension|format|category|constructor)$"))
[(unary_expression operator: "typeof") @few (for_in_statement left: (identifier) @few operator: "in")]
; places that the code counts, where one value takes the place of another
((subscript_expression index: (_) @few)
  (#match? @few "%|(^|\\W)([a-z]|_?(idx|index|head|tail|rear|front|cursor|pos|position|offset)|\\w*(Index|Pos|Position|Offset))$"))

; What runs once, or as often as the program's text says
([(function_declaration name: (identifier) @name) @once
  (variable_declarator name: (identifier) @name value: [(arrow_function) (function_expression)] @once)]
  (#match? @name "^(main|start|run|boot|bootstrap|activate|init|setup|install|register|define|declare|configure|use)([A-Z]\\w*)?$"))
((method_definition name: (property_identifier) @name) @once
  (#match? @name "^(main|boot|bootstrap|activate|init|setup|install|register|define|declare|configure|use)([A-Z]\\w*)?$"))

([(method_definition name: (_) @name) (function_declaration name: (_) @function)] @constructor
  (#eq? @name "constructor") (#not-match? @function "^[^A-Z]"))

(program (expression_statement [
  (call_expression function: (identifier) @ran)
  (await_expression (call_expression function: (identifier) @ran))
  (unary_expression (call_expression function: (identifier) @ran))
  (call_expression function: (member_expression object: (call_expression function: (identifier) @ran)))]))
(program (_ [
  (expression_statement (await_expression (call_expression function: (identifier) @ran)))
  (else_clause (expression_statement (await_expression (call_expression function: (identifier) @ran))))
  (statement_block (expression_statement (call_expression function: (identifier) @ran)))]))
; though not what runs later
((call_expression function: (member_expression property: (property_identifier) @method)
   arguments: (arguments [(arrow_function) (function_expression)] @later))
  (#any-of? @method "on" "addListener" "addEventListener" "subscribe"))

; --- What is done to it

((program) @methods
  (#set! "added map: key value" "set")
  (#set! "added set: key" "add")
  (#set! "added list: value" "push unshift")
  (#set! "removed map set" "delete clear")
  (#set! "removed list" "pop shift fill copyWithin")
  (#set! "removed emitter" "removeAllListeners")
  (#set! "read map set" "get has forEach keys values entries")
  (#set! "read list" "forEach map filter some every find findIndex findLast findLastIndex includes indexOf lastIndexOf join at reduce reduceRight flatMap flat slice concat toString keys values entries sort reverse toSorted toReversed with")
  (#set! "read object" "hasOwnProperty propertyIsEnumerable"))
(call_expression function: (member_expression object: (_) @called property: (property_identifier) @method)
  arguments: (_) @arguments)

((call_expression
   function: (member_expression object: (_) @added property: (property_identifier) @method)
   arguments: (arguments . (_) . (number) @none . (_) @value))
  (#eq? @method "splice") (#eq? @none "0") (#set! kind "list"))
; What a key has gains, by the way that makes it where there is none
((call_expression
   function: (member_expression
     object: (parenthesized_expression (augmented_assignment_expression
       left: (subscript_expression object: (_) @added index: (_) @key)))
     property: (property_identifier) @method)
   arguments: (arguments (_) @value .))
  (#any-of? @method "push" "unshift" "add" "set") (#set! kind "object") (#set! gains "within"))
; What a key has, to be changed
[(subscript_expression object: (_) @holding) @inner
  (variable_declarator name: (identifier) @inner value: [
    (subscript_expression object: (_) @holding)
    (binary_expression left: (subscript_expression object: (_) @holding))])]
([(call_expression function: (member_expression object: (_) @holding property: (property_identifier) @look)) @inner
  (variable_declarator name: (identifier) @inner value: [
    (call_expression function: (member_expression object: (_) @holding property: (property_identifier) @look))
    (binary_expression left: (call_expression
      function: (member_expression object: (_) @holding property: (property_identifier) @look)))])
  (assignment_expression left: (identifier) @inner right: (call_expression
    function: (member_expression object: (_) @holding property: (property_identifier) @look)))]
  (#eq? @look "get"))
((for_in_statement left: (identifier) @inner right: (call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @look)))
  (#eq? @look "values"))
(for_in_statement left: (array_pattern (_) . (identifier) @inner .) right: (_) @holding)
((for_in_statement left: (array_pattern (_) . (identifier) @inner .) right: (call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @look)))
  (#eq? @look "entries"))
((call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @look)
   arguments: (arguments (arrow_function parameter: (identifier) @inner)))
  (#eq? @look "forEach"))
((call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @look)
   arguments: (arguments (arrow_function parameters: (formal_parameters . (_) @inner))))
  (#eq? @look "forEach"))
(for_in_statement left: (identifier) @inner right: (call_expression
  function: (member_expression object: (identifier) @global property: (property_identifier) @method)
  arguments: (arguments . (_) @holding .)) (#eq? @global "Object") (#eq? @method "values"))
((assignment_expression
   left: (subscript_expression object: (_) @holding) @left
   right: (call_expression function: (member_expression object: (_) @right property: (property_identifier) @method))) @taken
  (#eq? @left @right) (#any-of? @method "filter" "slice"))
((call_expression
   function: (member_expression object: (_) @holding property: (property_identifier) @name)
   arguments: (arguments (_) . (call_expression
     function: (member_expression property: (property_identifier) @method)) .)) @taken
  (#eq? @name "set") (#any-of? @method "filter" "slice"))
; by a local name for what is left
((statement_block
   (_ (variable_declarator name: (identifier) @left
     value: (call_expression function: (member_expression property: (property_identifier) @method))))
   (expression_statement (assignment_expression
     left: (subscript_expression object: (_) @holding) right: (identifier) @right)) @taken)
  (#eq? @left @right) (#any-of? @method "filter" "slice"))
; Keys that it has already
(for_in_statement left: (array_pattern . (identifier) @each) operator: "of" right: (_) @each.of)
([(for_in_statement left: (identifier) @each
    right: (call_expression function: (member_expression object: (_) @each.of property: (property_identifier) @keys)))
  (for_in_statement left: (array_pattern . (identifier) @each)
    right: (call_expression function: (member_expression object: (_) @each.of property: (property_identifier) @entries)))
  (call_expression
    function: (member_expression object: (_) @each.of property: (property_identifier) @look)
    arguments: (arguments (_ parameters: (formal_parameters . (_) . (_) @each))))]
  (#eq? @keys "keys") (#eq? @entries "entries") (#eq? @look "forEach"))
([(for_in_statement left: (identifier) @each
    right: (call_expression function: (_) @keys arguments: (arguments . (_) @each.of .)))
  (for_in_statement left: (array_pattern . (identifier) @each)
    right: (call_expression function: (_) @entries arguments: (arguments . (_) @each.of .)))]
  (#eq? @keys "Object.keys") (#eq? @entries "Object.entries"))
((assignment_expression left: (subscript_expression object: (_) @added index: (_) @key) right: (_) @value)
  (#set! kind "object list"))
([(augmented_assignment_expression left: (subscript_expression object: (_) @added index: (_) @key) right: (_) @value)
  (update_expression argument: (subscript_expression object: (_) @added index: (_) @key))] (#set! kind "object"))
((assignment_expression left: (_) @added right: [(array (spread_element (_) @name))
   (call_expression function: (member_expression object: (_) @name property: (property_identifier) @method))])
  (#eq? @name @added) (#eq? @method "concat") (#set! kind "list"))
((assignment_expression left: (_) @added
   right: (object (spread_element (_) @name) (pair key: (computed_property_name (_) @key))))
  (#eq? @name @added) (#set! kind "object"))

((call_expression
   function: (member_expression object: (_) @removed property: (property_identifier) @method)
   arguments: (arguments . (_)? . (_)? @count))
  (#eq? @method "splice") (#not-eq? @count "0") (#set! kind "list"))
(unary_expression operator: "delete" argument: (_ object: (_) @removed))
((assignment_expression left: (subscript_expression object: (_) @removed) right: [(null) (undefined)])
  (#set! kind "object list"))
([(assignment_expression left: (member_expression object: (_) @removed property: (property_identifier) @name))
  (augmented_assignment_expression left: (member_expression object: (_) @removed property: (property_identifier) @name))
  (update_expression argument: (member_expression object: (_) @removed property: (property_identifier) @name))]
  (#eq? @name "length") (#set! kind "list"))

[(assignment_expression left: (_) @replaced) (augmented_assignment_expression left: (_) @replaced)
  (assignment_expression left: (array_pattern (_) @replaced))]

; A first value: where there was none, or in what makes the object
(if_statement condition: (parenthesized_expression [
    (unary_expression operator: "!" argument: (_) @name)
    (binary_expression left: (_) @name operator: ["==" "==="] right: [(null) (undefined)])])
  consequence: [(expression_statement (assignment_expression left: (_) @initial))
    (statement_block (expression_statement (assignment_expression left: (_) @initial)))]
  (#eq? @name @initial))
(augmented_assignment_expression left: (_) @initial operator: ["??=" "||="])
((assignment_expression left: (_) @initial right: (binary_expression left: (_) @name operator: ["||" "??"]))
  (#eq? @name @initial))
([(method_definition name: (_) @name body: (statement_block (expression_statement (assignment_expression
    left: (member_expression object: (this)) @initial right: (_) @value))))
  (function_declaration name: (_) @function body: (statement_block (expression_statement (assignment_expression
    left: (member_expression object: (this)) @initial right: (_) @value))))]
  (#eq? @name "constructor") (#not-match? @function "^[^A-Z]") (#match? @value "^(\\[|\\{|new (Map|Set|Array)\\b|Object\\.create\\(null\\)$)"))
((program (expression_statement (assignment_expression left: (member_expression object: (identifier) @name) @initial)))
  (#match? @name "^[A-Z]"))

; A limit; whether there is any, or exactly one, is none
((binary_expression
   left: (member_expression object: (_) @measured property: (property_identifier) @size)
   operator: ["<" ">" "<=" ">=" "==" "===" "!=" "!==" "%"] right: (_) @limit)
  (#any-of? @size "size" "length") (#not-match? @limit "^[01]$"))
((binary_expression
   left: (_) @limit operator: ["<" ">" "<=" ">=" "==" "===" "!=" "!=="]
   right: (member_expression object: (_) @measured property: (property_identifier) @size))
  (#any-of? @size "size" "length") (#match? @limit "[A-Z]|^\\d\\d|^[2-9]$"))
((binary_expression
   left: (member_expression
     object: (call_expression function: (_) @function arguments: (arguments (_) @measured))
     property: (property_identifier) @size)
   operator: ["<" ">" "<=" ">="] right: (_) @limit)
  (#match? @function "^Object\\.(keys|values|entries)$") (#eq? @size "length") (#not-match? @limit "^[01]$"))
((variable_declarator value: (member_expression object: (_) @measured property: (property_identifier) @size))
  (#any-of? @size "size" "length"))

; What only looks; who is told of the size may hold it against a limit
((member_expression object: (_) @read property: (property_identifier) @size)
  (#any-of? @size "size" "length"))
((call_expression function: (_) @function
   arguments: (arguments (member_expression object: (_) @handed property: (property_identifier) @size)))
  (#not-match? @function "^(console|log|logger|debug|assert|Math|String|Number)\\b|\\.(log|debug|info|warn|gauge)$")
  (#any-of? @size "size" "length"))

((subscript_expression object: (_) @read) (#set! kind "object list"))
((member_expression object: (_) @read) (#set! kind "object"))
[(expression_statement (_) @read) (for_in_statement right: (_) @read) (spread_element (_) @read)
  (import_clause (identifier) @read) (import_specifier (identifier) @read)
  (variable_declarator name: (identifier) @read)
  (if_statement condition: (parenthesized_expression (_) @read)) (ternary_expression condition: (_) @read)
  (unary_expression operator: ["!" "typeof"] argument: (_) @read)
  (binary_expression operator: ["in" "instanceof" "==" "===" "!=" "!=="] right: (_) @read)
  (binary_expression left: (_) @read operator: ["==" "===" "!=" "!==" "&&"])]
((call_expression function: (_) @function arguments: (arguments (_) @read))
  (#match? @function "^(Object\\.(keys|values|entries|hasOwn|getOwnPropertyNames|fromEntries)|Object\\.prototype\\.hasOwnProperty\\.call|hasOwnProperty\\.call|Array\\.(from|isArray)|JSON\\.stringify|Promise\\.(all|allSettled|race|any)|Math\\.(max|min)|String|Boolean|Number|structuredClone|console\\.\\w+|util\\.inspect|inspect)$"))
((new_expression constructor: (_) @made.by arguments: (arguments (_) @read))
  (#any-of? @made.by "Map" "Set" "Array"))

; Another name for it
(variable_declarator name: (identifier) @alias
  value: [(identifier) (member_expression) (parenthesized_expression)] @aliased
  (#set! kind "map set list object"))
(variable_declarator name: (object_pattern [
    (shorthand_property_identifier_pattern) @aliased @alias
    (pair_pattern key: (property_identifier) @aliased value: (identifier) @alias)])
  (#set! kind "map set list object"))
[(parenthesized_expression (_) @same) (augmented_assignment_expression left: (_) @same operator: ["??=" "||="])] @outer

; --- Listeners

; What is asked for first is done once
((if_statement condition: (parenthesized_expression [
     (unary_expression operator: "!" argument: [(identifier) (member_expression)])
     (binary_expression operator: ["==" "==="] right: [(null) (undefined) (number) @none])])
   consequence: (_) @guarded)
  (#eq? @none "0"))

((call_expression
   function: (member_expression object: (_) @added property: (property_identifier) @method)
   arguments: (arguments) @arguments)
  (#any-of? @method "on" "addListener" "prependListener")
  (#match? @arguments ",") (#not-match? @arguments "\\b(once|signal)\\b")
  (#set! kind "emitter") (#set! rule "listenerOnlyAdded")
  (#set! text "Each call of `{function}` adds a listener to `{added}`, which outlives it, and nothing in this module removes one."))
; The same function is added once
((call_expression
   function: (member_expression object: (_) @added property: (property_identifier) @method)
   arguments: (arguments . (_) . [(arrow_function) (function_expression) (call_expression)]) @arguments)
  (#eq? @method "addEventListener") (#not-match? @arguments "\\b(once|signal)\\b")
  (#set! kind "emitter") (#set! rule "listenerOnlyAdded")
  (#set! text "Each call of `{function}` adds a listener to `{added}`, which outlives it, and nothing in this module removes one."))
; What was never added is not removed
((call_expression
   function: (member_expression object: (_) @removed property: (property_identifier) @method)
   arguments: (arguments) @arguments)
  (#any-of? @method "off" "removeListener" "removeEventListener")
  (#not-match? @arguments "=>|\\bfunction\\b|\\.bind\\(") (#set! kind "emitter"))
((member_expression object: (_) @read) (#set! kind "emitter"))

; --- Intervals

((expression_statement [(call_expression function: (_) @function) @leak
   (call_expression function: (member_expression
     object: (call_expression function: (_) @function) @leak property: (property_identifier) @method))])
  (#match? @function "^((globalThis|window|self)\\.)?setInterval$") (#eq? @method "unref")
  (#set! rule "intervalNeverCleared")
  (#set! text "Each call of `{function}` starts an interval and drops its handle: nothing can stop it, and it keeps all that its function uses."))
((variable_declarator name: (identifier) @resource value: (call_expression function: (_) @function))
  (#match? @function "^((globalThis|window|self)\\.)?setInterval$")
  (#set! kind "interval") (#set! rule "intervalNeverCleared")
  (#set! text "`{resource}` is a new interval; no `clearInterval({resource})` was found in `{function}`, and nothing else gets hold of it. It runs for ever and keeps all that its function uses."))
((member_expression object: (identifier) @read property: (property_identifier) @name)
  (#any-of? @name "ref" "unref" "hasRef") (#set! kind "interval"))
(_ name: (_) @owner body: (class_body (method_definition body: (statement_block (expression_statement
  (assignment_expression
    left: (member_expression object: (this) property: [(property_identifier) (private_property_identifier)] @field)
    right: (call_expression function: (_) @function)))))) 
  (#match? @function "^((globalThis|window|self)\\.)?setInterval$") (#set! kind "timer"))
((assignment_expression left: (_) @added right: (call_expression function: (_) @function))
  (#match? @function "^((globalThis|window|self)\\.)?setInterval$")
  (#set! kind "timer") (#set! rule "intervalNeverCleared")
  (#set! text "Each call of `{function}` starts an interval and keeps it as `{added}`, on which no `clearInterval` was found: it runs for ever and keeps all that its function uses."))
