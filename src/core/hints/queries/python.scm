; --- Local names

[
  (function_definition) (lambda) (list_comprehension) (set_comprehension)
  (dictionary_comprehension) (generator_expression)
] @scope

[(parameters (identifier) @local) (lambda_parameters (identifier) @local)]
[(list_splat_pattern (identifier) @local) (dictionary_splat_pattern (identifier) @local)]
[(default_parameter name: (identifier) @local)
  (typed_parameter . (identifier) @local type: (_) @local.type)
  (typed_default_parameter name: (identifier) @local type: (_) @local.type)]
(assignment left: (identifier) @local [right: (_) @local.type type: (_) @local.type])
(assignment left: [(pattern_list (identifier) @local) (tuple_pattern (identifier) @local)])
[(named_expression name: (identifier) @local) (as_pattern_target (identifier) @local)]
[(for_statement left: [(identifier) @local (_ (identifier) @local)])
  (for_in_clause left: [(identifier) @local (_ (identifier) @local)])]
[(global_statement (identifier) @outside) (nonlocal_statement (identifier) @outside)]

(class_definition name: (identifier) @class.name) @class

; --- What holds things, by its first value. `WeakValueDictionary` and a `deque` with a length are none of these

((module) @kinds
  (#set! map "^(\\{(\\s|#.*)*\\}$|\\{\\s*(\\*\\*|[^{},]+?:)|((typing|collections)\\.)?(lambda: *)?(dict|OrderedDict|Counter)(\\(|$))")
  (#set! defaultMap "^(lambda: *)?(collections\\.)?defaultdict(\\(|$)")
  (#set! list "^(\\[|list(\\(|$)|(collections\\.)?deque$|(collections\\.)?deque\\((?!.*maxlen)[^,]*\\)$)")
  (#set! set "^(\\{|set(\\(|$))"))

(module (expression_statement (assignment left: (identifier) @variable right: (_) @first)))
(class_definition name: (identifier) @owner body: (block (expression_statement
  (assignment left: (identifier) @static right: (_) @first))))
; A default value is made once for all calls
(module [(function_definition parameters: (parameters (_ name: (identifier) @default value: (_) @first)))
  (decorated_definition definition: (function_definition parameters: (parameters
    (_ name: (identifier) @default value: (_) @first))))])
(class_definition body: (block [(function_definition parameters: (parameters
    (_ name: (identifier) @default value: (_) @first)))
  (decorated_definition definition: (function_definition parameters: (parameters
    (_ name: (identifier) @default value: (_) @first))))]))
; A field of a dataclass, and one that the constructor makes
((class_definition name: (identifier) @owner body: (block (expression_statement (assignment
   left: (identifier) @field
   right: (call arguments: (argument_list (keyword_argument name: (identifier) @name value: (_) @first)))))))
  (#any-of? @name "default_factory" "factory"))
(class_definition name: (identifier) @owner body: (block (function_definition name: (identifier) @constructor.name
  body: (block (expression_statement (assignment
    left: (attribute object: (identifier) @object attribute: (identifier) @field) right: (_) @first)))))
  (#any-of? @constructor.name "__init__" "__post_init__") (#eq? @object "self"))

; Most objects live shortly
(class_definition body: (block [(expression_statement (assignment left: (identifier) @brief))
  (function_definition body: (block (expression_statement
    (assignment left: (attribute attribute: (identifier) @brief)))))]))

; Types, names of what the program declares and constants are as many as its text has
((attribute attribute: (identifier) @name) @few
  (#match? @name "^(__name__|__qualname__|__class__|__module__|__file__|__code__|[A-Z][A-Z0-9_]+)$"))
([(subscript subscript: (identifier) @few) (argument_list . (identifier) @few)]
  (#match? @few "^([A-Z][A-Z0-9_]+|(\\w+_)?(cls|klass|class|type)_?|mcs|typ|tp|__name__|encoding|charset|lang|language|locale|alias|app_label|urlconf|namespace|import_path|dotted_path|full(mod|module)|(mod|module|package)(_?name)?)$"))
(assignment left: (subscript subscript: (_) @few) right: (identifier) @value
  (#match? @value "^(\\w+_)?(cls|klass|class|func|fn|function|factory|view|plugin|handler)_?$"))
((call function: (identifier) @function) @few (#any-of? @function "type" "bool"))
(assignment left: (identifier) @few right: [(call) (attribute)] @value
  (#match? @value "^type\\(|\\.(__name__|__qualname__|__class__|__module__)$"))
(parameters (typed_parameter . (identifier) @few type: (_) @type)
  (#match? @type "^(bool|type|ModuleType|types\\.ModuleType|([Tt]ype)\\[.*\\])$"))
(assignment left: [(identifier) @few (attribute attribute: (identifier) @few)] type: (_) @type
  (#match? @type "^\\w*([dD]ict|Counter|Mapping)\\[(bool|type|[Tt]ype\\[)"))

; A class of which one object is kept in a module, or made by `main`, or that is shared between threads, or is one
([
  (module (expression_statement (assignment right: (call function: (_) @keeper))))
  (module (if_statement (block (expression_statement (assignment right: (call function: (_) @keeper))))))
  (function_definition name: (identifier) @name body: (block (expression_statement (assignment right: (call function: (_) @keeper)))))
] (#match? @keeper "(^|\\.)_*[A-Z]\\w*$") (#eq? @name "main"))
(class_definition name: (identifier) @keeper body: (block (function_definition
  body: (block (expression_statement (assignment left: (attribute) right: (call) @value)))))
  (#match? @value "^(threading\\.|asyncio\\.)?R?Lock\\(\\)$"))
(class_definition name: (identifier) @keeper superclasses: (argument_list (_) @base)
  (#match? @base "^(threading\\.)?Thread$"))

; What runs once, or as often as the program's text says: with each class, function or plug-in that it declares
((function_definition name: (identifier) @name) @once
  (#match? @name "^(?!__init__$)(main|_*[rR]egister\\w*|_*(install|setup|init|configure|define|declare|def|load_(plugins|config|settings|extensions))(_\\w*)?|_*add_?(\\w*_)?(alias|charset|codec|[lL]evel_?[nN]ame|handler|type|converter|adapter|plugin|command|option|argument)s?|__init_subclass__|__set_name__)$"))
((class_definition superclasses: (argument_list (identifier) @base)) @once (#match? @base "^(type|\\w*Meta(class)?)$"))
((function_definition
  parameters: (parameters [(identifier) @name (typed_parameter . (identifier) @name)])
  body: (block (return_statement (identifier) @value))) @once (#eq? @name @value)
  (#match? @name "^_?(f|c)$|fn|fun|meth|cls|class|handler|callback|view|plugin|factory"))

; A local that was just made
(assignment left: (identifier) @made right: (call function: (_) @function) (#match? @function "(^|\\.)_*[A-Z]\\w*$"))

; What the module itself calls, but for loops in it
(module (expression_statement (call function: (identifier) @ran)))
[(while_statement) (for_statement)] @recurring

; What an object gains while it is made is as much as it is made of
((function_definition name: (identifier) @name) @constructor (#any-of? @name "__init__" "__post_init__" "__new__"))

; --- What is done to it

((module) @methods
  (#set! "added map defaultMap: key value" "setdefault")
  (#set! "added map defaultMap: key" "setdefault")
  (#set! "added set: key" "add")
  (#set! "added list: _ value" "insert")
  (#set! "added list: value" "append appendleft extend extendleft")
  (#set! "added map defaultMap set" "update")
  (#set! "removed map defaultMap" "pop")
  (#set! removed "remove discard difference_update intersection_update symmetric_difference_update")
  (#set! "emptied list set" "pop")
  (#set! emptied "popitem popleft clear")
  (#set! read "get keys values items copy index count most_common elements total union intersection difference symmetric_difference issubset issuperset isdisjoint sort reverse move_to_end rotate __contains__ __len__ __iter__ __getitem__"))
; Also where the method is handed on: `task.add_done_callback(self.tasks.discard)`
(attribute object: (_) @called attribute: (identifier) @method)
(call function: (attribute object: (_) @called attribute: (identifier) @method) arguments: (argument_list) @arguments)

(assignment left: (subscript value: (_) @added subscript: (_) @key) right: (_) @value (#set! kind "map defaultMap"))
((call function: (_) @function arguments: (argument_list . (_) @added . (_) @value))
  (#match? @function "^(heapq\\.)?heappush$|^(bisect\\.)?insort(_left|_right)?$") (#set! kind "list"))
((augmented_assignment left: (_) @added operator: "+=" right: (_) @value) (#set! kind "list"))
((augmented_assignment left: (_) @added operator: "|=" right: (_) @value) (#set! kind "set map"))
; What a key has gains, by the way that makes it where there is none
((call
   function: (attribute object: (subscript value: (_) @added subscript: (_) @key) attribute: (identifier) @method)
   arguments: (argument_list (_) @value .))
  (#any-of? @method "append" "appendleft" "extend" "add" "update" "insert") (#set! kind "defaultMap") (#set! gains "within"))
((call
   function: (attribute
     object: (call
       function: (attribute object: (_) @added attribute: (identifier) @method)
       arguments: (argument_list . (_) @key))
     attribute: (identifier) @then)
   arguments: (argument_list (_) @value .))
  (#eq? @method "setdefault") (#any-of? @then "append" "appendleft" "extend" "add" "update" "insert")
  (#set! kind "map defaultMap") (#set! gains "within"))
; What a key has, to be changed
[(subscript value: (_) @holding) @inner
  (assignment left: (identifier) @inner right: (subscript value: (_) @holding))]
([(call function: (attribute object: (_) @holding attribute: (identifier) @look)) @inner
  (assignment left: (identifier) @inner
    right: (call function: (attribute object: (_) @holding attribute: (identifier) @look)))
  (named_expression name: (identifier) @inner
    value: (call function: (attribute object: (_) @holding attribute: (identifier) @look)))]
  (#any-of? @look "get" "setdefault"))
((for_statement left: (identifier) @inner
   right: (call function: (attribute object: (_) @holding attribute: (identifier) @look))) (#eq? @look "values"))
((for_statement left: (pattern_list (_) . (identifier) @inner)
   right: (call function: (attribute object: (_) @holding attribute: (identifier) @look))) (#eq? @look "items"))
((assignment
   left: (subscript value: (_) @holding) @left
   right: (list_comprehension (for_in_clause right: (_) @right) (if_clause))) @taken
  (#eq? @left @right))
((block
   (expression_statement (assignment left: (identifier) @left right: (list_comprehension (for_in_clause) (if_clause))))
   (expression_statement (assignment left: (subscript value: (_) @holding) right: (identifier) @right)) @taken)
  (#eq? @left @right))
; Keys that it has already, also of a copy of these
([(for_statement left: (identifier) @each right: [(identifier) (attribute)] @each.of)
  (for_statement left: (identifier) @each
    right: (call function: (identifier) @copy arguments: (argument_list . [(identifier) (attribute)] @each.of .)))]
  (#not-match? @copy "^(?!(list|tuple|sorted|set)$)"))
([(for_statement left: (identifier) @each
    right: (call function: (attribute object: (_) @each.of attribute: (identifier) @keys)))
  (for_statement left: (identifier) @each right: (call function: (identifier) @copy
    arguments: (argument_list . (call function: (attribute object: (_) @each.of attribute: (identifier) @keys)) .)))
  (for_statement left: (pattern_list . (identifier) @each)
    right: (call function: (attribute object: (_) @each.of attribute: (identifier) @items)))
  (for_statement left: (pattern_list . (identifier) @each) right: (call function: (identifier) @copy
    arguments: (argument_list . (call function: (attribute object: (_) @each.of attribute: (identifier) @items)) .)))]
  (#not-match? @copy "^(?!(list|tuple|sorted|set)$)") (#eq? @keys "keys") (#eq? @items "items"))
; These have a value for each key that they are asked for
(augmented_assignment left: (subscript value: (_) @added subscript: (_) @key) (#set! kind "map defaultMap"))
((attribute object: (subscript value: (_) @added subscript: (_) @key) attribute: (identifier) @method)
  (#any-of? @method "append" "appendleft" "extend" "add" "update" "insert" "setdefault") (#set! kind "defaultMap"))
(comparison_operator (subscript value: (_) @added subscript: (_) @key) (#set! kind "defaultMap"))
; What is in a list is emptied
((attribute object: (subscript value: (_) @removed) attribute: (identifier) @method)
  (#any-of? @method "pop" "popitem" "popleft" "clear" "remove" "discard") (#set! kind "list"))
(delete_statement (subscript value: (subscript value: (_) @removed)) (#set! kind "list"))

(delete_statement [(subscript value: (_) @removed) (expression_list (subscript value: (_) @removed))])
(delete_statement [(attribute) (identifier)] @replaced)
((augmented_assignment left: (_) @removed operator: ["-=" "&=" "^="]) (#set! kind "set defaultMap"))
([(assignment left: (subscript value: (_) @emptied subscript: (slice)))
  (assignment left: (subscript value: (_) @emptied) right: (none))] (#set! kind "list"))
((call function: (_) @function arguments: (argument_list . (_) @emptied))
  (#match? @function "^(heapq\\.)?heap(pop|pushpop|replace)$"))
((attribute object: (identifier) @reset attribute: (identifier) @name) (#eq? @name "__dict__"))

[(assignment left: (_) @replaced) (named_expression name: (_) @replaced)]
(assignment left: [(pattern_list (_) @replaced) (tuple_pattern (_) @replaced)])

; A first value: where there was none
((if_statement
   condition: [(not_operator argument: (_) @name) (comparison_operator . (_) @name . ["is" "=="] . (none) .)]
   consequence: (block (expression_statement (assignment left: (_) @initial right: [(dictionary) (list) (call)]))))
  (#eq? @name @initial))
((if_statement
   condition: [
     (not_operator argument: (call function: (identifier) @function arguments: (argument_list (string (string_content) @name))))
     (comparison_operator . (string (string_content) @name) . "not in")]
   consequence: (block (expression_statement (assignment
     left: [(identifier) @assigned (attribute attribute: (identifier) @assigned)] @initial right: [(dictionary) (list) (call)]))))
  (#eq? @function "hasattr") (#eq? @name @assigned))

; A limit; `len(x) == 0` and `> 0` only ask for emptiness
([(comparison_operator (call function: (identifier) @function arguments: (argument_list (_) @measured)) . (_) @limit)
  (comparison_operator (_) @limit . (call function: (identifier) @function arguments: (argument_list (_) @measured)))
  (binary_operator left: (call function: (identifier) @function arguments: (argument_list (_) @measured)) operator: ["%" "-"])
  (assignment right: (call function: (identifier) @function arguments: (argument_list (_) @measured)))]
  (#eq? @function "len") (#not-eq? @limit "0"))

[(subscript value: (_) @read) (comparison_operator (_) @read) (not_operator argument: (_) @read)
  (conditional_expression (_) (_) @read (_)) (assert_statement . (_) @read) (interpolation expression: (_) @read)
  (for_statement right: (_) @read) (for_in_clause right: (_) @read) (if_clause (_) @read)
  (list_splat (_) @read) (dictionary_splat (_) @read) (keyword_argument name: (identifier) @read)
  (import_from_statement name: (dotted_name (identifier) @read)) (global_statement (identifier) @read)]
[(if_statement condition: [(_) @read (boolean_operator (_) @read)])
  (elif_clause condition: [(_) @read (boolean_operator (_) @read)])
  (while_statement condition: [(_) @read (boolean_operator (_) @read)])]
(assignment left: (identifier) right: (subscript value: (_) @handed) (#set! kind "defaultMap"))
((binary_operator [left: (_) @read right: (_) @read]) (#set! kind "list set"))
((call function: (_) @function arguments: (argument_list (_) @read))
  (#match? @function "^(len|list|tuple|dict|set|frozenset|sorted|reversed|enumerate|zip|map|filter|sum|any|all|min|max|bool|str|repr|print|isinstance|type|id|hash|((copy|json|pickle|pprint|random|math|statistics|itertools|textwrap|operator)\\.\\w+)|asyncio\\.(gather|wait))$"))
((call function: (attribute attribute: (identifier) @method) arguments: (argument_list (_) @read))
  (#any-of? @method "join" "extend" "update" "union" "writelines" "format" "debug" "info" "warning" "error" "exception"
    "log" "assertEqual" "assertIn" "assertTrue"))

(assignment left: (identifier) @alias right: [(identifier) (attribute)] @aliased)

; --- What is never given back

; A cache without a limit, of a function with arguments
([(module (decorated_definition (decorator (_) @decorator)
    definition: (function_definition name: (identifier) @leak parameters: (parameters . (_) @parameter) @parameters)) @leak.in)
  (class_definition body: (block (decorated_definition (decorator (_) @decorator)
    definition: (function_definition name: (identifier) @leak parameters: (parameters . (_) @parameter) @parameters)) @leak.in))]
  (#match? @decorator "^(functools\\.)?(cache|lru_cache\\(\\s*(maxsize\\s*=\\s*)?None\\b.*\\))$")
  (#not-any-of? @parameter "self" "cls")
  (#not-match? @parameters "^\\(\\s*((\\w+_)?(cls|klass|class|type)_?|mcs|typ|tp|__name__|encoding|charset|lang|language|locale|alias|app_label|urlconf|namespace|import_path|dotted_path|full(mod|module)|(mod|module|package)(_?name)?|\\w+\\s*:\\s*(type|bool|[Tt]ype\\[.*\\]))\\s*\\)$")
  (#set! unless "{leak}.cache_clear")
  (#set! rule "cacheWithoutLimit")
  (#set! text "`{leak}` keeps its result for ever for each other argument: `@{decorator}` has no limit, and no `{leak}.cache_clear()` was found."))
((class_definition body: (block (decorated_definition (decorator (_) @decorator)
   definition: (function_definition name: (identifier) @leak parameters: (parameters . (identifier) @parameter))) @leak.in))
  (#match? @decorator "^(functools\\.)?(cache|lru_cache\\(\\s*(maxsize\\s*=\\s*)?None\\b.*\\))$")
  (#eq? @parameter "self")
  (#set! unless "{leak}.cache_clear")
  (#set! rule "cacheWithoutLimit")
  (#set! text "`{leak}` keeps its result for ever for each object, and the object as well: `@{decorator}` on a method has no limit, and no `{leak}.cache_clear()` was found."))

; What runs at exit, of each object or each call
((function_definition body: (block (expression_statement (call function: (_) @function
   arguments: (argument_list . [(attribute object: (identifier) @object) (lambda)] @handler)) @leak)))
  (#eq? @function "atexit.register") (#not-match? @object "^(?!self$)")
  (#set! unless "atexit.unregister")
  (#set! rule "keptUntilExit")
  (#set! text "Each call of `{function}` registers `{handler}` to run at exit, which keeps all that it refers to until then: no `atexit.unregister` was found."))
((function_definition body: (block
   (function_definition name: (identifier) @name)
   (expression_statement (call function: (_) @function arguments: (argument_list . (identifier) @handler)) @leak)))
  (#eq? @function "atexit.register") (#eq? @name @handler)
  (#set! unless "atexit.unregister")
  (#set! rule "keptUntilExit")
  (#set! text "Each call of `{function}` registers a new `{handler}` to run at exit, which keeps all that it refers to until then: no `atexit.unregister` was found."))

; A callback of its own object, by which the object never ends
((call function: (_) @function
   arguments: (argument_list . (identifier) @object . (attribute object: (identifier) @kept attribute: (identifier) @leak.method))) @leak
  (#any-of? @function "weakref.finalize" "finalize") (#eq? @object "self") (#eq? @kept "self")
  (#set! rule "keptUntilExit")
  (#set! text "The callback of `{function}`'s `weakref.finalize` is a method of the same object: it keeps the object until the process ends."))

; What is decorated may be a function of the class, without the object
(class_definition body: (block (function_definition name: (identifier) @method.own)))

; Loggers live as long as the process, and so do their handlers
((function_definition body: (block (expression_statement
   (call function: (attribute object: (_) @logger attribute: (identifier) @method) arguments: (argument_list (_))) @leak)) @body)
  (#eq? @method "addHandler") (#not-match? @body "[hH]andlers\\b")
  (#set! unless "removeHandler")
  (#set! rule "listenerOnlyAdded")
  (#set! text "Each call of `{function}` adds a handler to `{logger}`, and loggers live as long as the process: no `removeHandler` was found, and nothing asks whether it has one."))
