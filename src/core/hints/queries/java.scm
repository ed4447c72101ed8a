(package_declaration (_) @package)

; --- Local names

[
  (method_declaration) (constructor_declaration) (compact_constructor_declaration) (lambda_expression) (block)
  (for_statement) (enhanced_for_statement) (try_with_resources_statement) (catch_clause) (switch_block_statement_group)
] @scope

(formal_parameter type: (_) @local.type name: (identifier) @local)
(spread_parameter (variable_declarator name: (identifier) @local))
(local_variable_declaration type: (_) @local.type declarator: (variable_declarator name: (identifier) @local)
  (#not-eq? @local.type "var"))
(local_variable_declaration type: (_) @type declarator: (variable_declarator name: (identifier) @local value: (_) @local.type)
  (#eq? @type "var"))
(enhanced_for_statement type: (_) @local.type name: (identifier) @local)
(resource type: (_) @local.type name: (identifier) @local)
(catch_formal_parameter name: (identifier) @local)
(lambda_expression parameters: [(identifier) @local (inferred_parameters (identifier) @local)])
(instanceof_expression right: (_) @local.type name: (identifier) @local)

(_ name: (identifier) @class.name body: [(class_body) (enum_body) (interface_body)]) @class

; --- What holds things: fields, by their first value, or by their type where they get it in the constructor. What has a body
; (`removeEldestEntry`), `WeakHashMap`, `EnumMap` and caches with a limit are none of these

((program) @kinds
  (#set! map "^(((java\\.util\\.)?Collections\\.synchronized\\w*Map\\(\\s*)?new (java\\.util\\.(concurrent\\.)?)?(HashMap|TreeMap|LinkedHashMap|Hashtable|IdentityHashMap|ConcurrentHashMap|ConcurrentSkipListMap)(<.*?>)?\\((?![^]*\\)\\s*\\{)|Maps\\.new\\w*Map\\(|\\w*Multimap\\.create\\(|Hash\\w+\\.create\\()")
  (#set! list "^(((java\\.util\\.)?Collections\\.synchronized(List|Collection)\\(\\s*)?new (java\\.util\\.(concurrent\\.)?)?(ArrayList|LinkedList|Vector|Stack|ArrayDeque|PriorityQueue|ConcurrentLinkedQueue|ConcurrentLinkedDeque|CopyOnWriteArrayList|PriorityBlockingQueue)(<.*?>)?\\((?![^]*\\)\\s*\\{)|new LinkedBlocking(Queue|Deque)(<.*?>)?\\(\\)|Lists\\.new)")
  (#set! set "^(((java\\.util\\.)?Collections\\.(synchronized\\w*Set|newSetFromMap)\\(\\s*)?new (java\\.util\\.(concurrent\\.)?)?(HashSet|LinkedHashSet|TreeSet|ConcurrentSkipListSet|CopyOnWriteArraySet)(<.*?>)?\\((?![^]*\\)\\s*\\{)|(java\\.util\\.)?Collections\\.newSetFromMap\\(\\s*new (java\\.util\\.(concurrent\\.)?)?(HashMap|TreeMap|LinkedHashMap|Hashtable|IdentityHashMap|ConcurrentHashMap|ConcurrentSkipListMap)(<.*?>)?\\(|ConcurrentHashMap\\.(<.*?>)?newKeySet\\(|Sets\\.new(?!SetFromMap)|\\w*Multiset\\.create\\()")
  (#set! text "^new (StringBuilder|StringBuffer)\\b")
  (#set! threadLocal "^new (Inheritable)?ThreadLocal\\b(?![^]*\\)\\s*\\{)")
  (#set! cache "^(CacheBuilder|Caffeine)\\.(?![^]*(maximum|expire|weak|soft|from\\(|spec))")
  (#set! objectStream "^new ObjectOutputStream\\b"))

(_ name: (identifier) @owner body: (_ [
  (field_declaration (modifiers "static") declarator: (variable_declarator name: (identifier) @static value: (_) @first))
  (field_declaration declarator: (variable_declarator name: (identifier) @field value: (_) @first))
  (enum_body_declarations (field_declaration (modifiers "static")
    declarator: (variable_declarator name: (identifier) @static value: (_) @first)))]))
(class_declaration name: (identifier) @owner body: (class_body
  (field_declaration declarator: (variable_declarator name: (identifier) @field !value))
  (constructor_declaration body: (constructor_body (expression_statement (assignment_expression
    left: [(identifier) @assigned (field_access object: (this) field: (identifier) @assigned)] right: (_) @first)))))
  (#eq? @field @assigned))

; Most objects live shortly
(field_declaration type: (_) @type declarator: (variable_declarator name: (identifier) @brief)
  (#not-match? @type "^(ObjectOutputStream|ThreadLocal)\\b"))

; Another class may take from it; what Lombok makes for it hands it on
(class_declaration (modifiers "public") body: (class_body (field_declaration (modifiers ["public" "protected"])
  declarator: (variable_declarator name: (identifier) @exported))))
(field_declaration (modifiers (_ name: (identifier) @name)) declarator: (variable_declarator name: (identifier) @exported)
  (#eq? @name "Getter"))
(class_declaration (modifiers (_ name: (identifier) @name))
  body: (class_body (field_declaration declarator: (variable_declarator name: (identifier) @exported)))
  (#any-of? @name "Getter" "Data" "Value"))
(field_declaration (modifiers "private") declarator: (variable_declarator name: (identifier) @private))

; Types, what the program declares and constants are as many as its text has
(field_declaration type: (_) @type declarator: (variable_declarator name: (identifier) @few)
  (#match? @type "^(\\w|\\.)*<\\s*(Class|Boolean|Byte|Character|Locale|TimeUnit|Method|Field|\\w*Type|\\w*Kind)\\b|^ThreadLocal<\\s*(int|long|boolean|Integer|Long)\\b"))
([(formal_parameter type: (_) @type name: (identifier) @few)
  (local_variable_declaration type: (_) @type declarator: (variable_declarator name: (identifier) @few))]
  (#match? @type "^(Class|Method|Field|Constructor|Executable|Type|boolean|Locale)\\b"))
((method_invocation name: (identifier) @name) @few (#eq? @name "getClass"))
(argument_list . [(identifier) (field_access)] @few (#match? @few "(^|\\.)[A-Z][A-Z0-9_]+$"))

; A class of which one object is kept, or made by `main`, or that is shared between threads, or is one
(field_declaration (modifiers "static") type: (_) @keeper)
(method_declaration name: (identifier) @name body: (block (local_variable_declaration
  declarator: (variable_declarator value: (object_creation_expression type: (_) @keeper)))) (#eq? @name "main"))
(class_declaration (modifiers (_ name: (identifier) @name)) name: (identifier) @keeper
  (#match? @name "^(Service|Component|Singleton|Repository|Controller|RestController|Configuration|ApplicationScoped|Startup)$"))
(class_declaration name: (identifier) @keeper body: (class_body (field_declaration type: (_) @type))
  (#match? @type "^(Reentrant)?(ReadWrite)?Lock$"))
(class_declaration name: (identifier) @keeper superclass: (superclass (_) @base)
  (#match? @base "^(Thread|TimerTask|Application|HttpServlet)$"))

; What runs once, or as often as the program's text says
(static_initializer) @once
((method_declaration [name: (identifier) @name (modifiers (_ name: (identifier) @name))]) @once
  (#match? @name "^(main|init|initialize|setUp|setup|configure|(load|read)\\w*(Config|Configuration|Properties)|(register|define|declare)\\w*(Type|Class|Module|Serializer|Deserializer|Driver|Factory|Provider|Codec|Adapter|Converter|Builtin|Default|All)\\w*|PostConstruct|Bean|BeforeClass|BeforeAll)$"))

; A local that was just made
(local_variable_declaration declarator: (variable_declarator name: (identifier) @made value: (object_creation_expression)))

; What an object gains while it is made is as much as it is made of
[(constructor_declaration) (compact_constructor_declaration)] @constructor
(class_body (block) @constructor)

; --- What is done to it

((program) @methods
  (#set! "added map cache: key value" "put putIfAbsent computeIfAbsent merge forcePut")
  (#set! "added map cache" "putAll")
  (#set! "added cache: key" "get getUnchecked refresh")
  (#set! "added set: key" "add addAll")
  (#set! "added list: _ value" "add")
  (#set! "added list: value" "add")
  (#set! "added list" "addAll addFirst addLast addElement offer offerFirst offerLast push")
  (#set! "added text" "append insert")
  (#set! "removed map list set cache text" "remove removeIf removeAll retainAll removeFirstOccurrence removeElement removeElementAt delete deleteCharAt invalidate")
  (#set! emptied "clear poll pollFirst pollLast pop take takeFirst takeLast drainTo removeFirst removeLast pollFirstEntry pollLastEntry removeAllElements setLength invalidateAll cleanUp reset close")
  (#set! "emptied threadLocal" "remove")
  (#set! measured "remainingCapacity")
  (#set! read "get getOrDefault getIfPresent getAllPresent containsKey containsValue containsEntry contains containsAll isEmpty size estimatedSize mappingCount length forEach stream parallelStream indexOf lastIndexOf toArray toString equals hashCode peek peekFirst peekLast element getFirst getLast elementAt firstKey lastKey first last firstEntry lastEntry floorEntry ceilingEntry higherEntry lowerEntry floorKey ceilingKey floor ceiling sort replace replaceAll set charAt substring ensureCapacity keys stats flush count"))
(method_invocation object: (_) @called name: (identifier) @method arguments: (_) @arguments)
(method_reference . (_) @called (identifier) @method)

; What a key has gains, by the way that makes it where there is none
((method_invocation
   object: (method_invocation object: (_) @added name: (identifier) @method arguments: (argument_list . (_) @key))
   name: (identifier) @then arguments: (argument_list (_) @value .))
  (#eq? @method "computeIfAbsent") (#any-of? @then "add" "addFirst" "addLast" "offer" "push" "put" "append")
  (#set! kind "map") (#set! gains "within"))
; What a key has, to be changed
([(method_invocation object: (_) @holding name: (identifier) @look) @inner
  (variable_declarator name: (identifier) @inner
    value: (method_invocation object: (_) @holding name: (identifier) @look))
  (assignment_expression left: (identifier) @inner
    right: (method_invocation object: (_) @holding name: (identifier) @look))]
  (#any-of? @look "get" "getOrDefault" "computeIfAbsent"))
([(enhanced_for_statement name: (identifier) @inner
    value: (method_invocation object: (_) @holding name: (identifier) @look))
  (method_invocation
    object: (method_invocation object: (_) @holding name: (identifier) @look)
    arguments: (argument_list (lambda_expression parameters: (identifier) @inner)))]
  (#eq? @look "values"))
((method_invocation object: (_) @holding name: (identifier) @look
   arguments: (argument_list (lambda_expression parameters: (inferred_parameters (_) . (identifier) @inner))))
  (#eq? @look "forEach"))
((enhanced_for_statement name: (identifier) @inner
   value: (method_invocation object: (_) @holding name: (identifier) @look))
  (#eq? @look "entrySet"))
((method_invocation object: (method_invocation object: (identifier) @removed name: (identifier) @view) name: (identifier) @method)
  (#eq? @view "getValue") (#any-of? @method "remove" "clear" "removeIf" "removeAll" "retainAll" "poll" "pop"))

; Keys that it has already
((enhanced_for_statement name: (identifier) @each value: (method_invocation object: (_) @each.of name: (identifier) @view))
  (#eq? @view "keySet"))
((enhanced_for_statement name: (identifier) @each value: (method_invocation object: (_) @each.of name: (identifier) @view))
  (#eq? @view "entrySet") (#set! by ".getKey()"))
((method_invocation object: (_) @each.of name: (identifier) @view
   arguments: (argument_list (lambda_expression parameters: (inferred_parameters . (identifier) @each . (_)))))
  (#eq? @view "forEach"))

((method_reference . (_) @added (identifier) @method)
  (#any-of? @method "put" "putIfAbsent" "add") (#set! kind "map list set"))
((method_invocation object: (_) @added name: (identifier) @method arguments: (argument_list (_) @value))
  (#eq? @method "set") (#not-eq? @value "null") (#set! kind "threadLocal")
  (#set! rule "threadKeeps")
  (#set! text "Each thread that comes here keeps its own value in `{added}` until the thread ends, which those of a pool do not: no `{added}.remove()` was found."))
((method_invocation object: (_) @added name: (identifier) @method arguments: (argument_list (_) @value))
  (#any-of? @method "writeObject" "writeUnshared") (#set! kind "objectStream")
  (#set! rule "streamKeeps")
  (#set! text "`{added}` keeps each object that is written to it, to write it as a reference the next time: no `{added}.reset()` was found."))

((method_invocation object: (method_invocation object: (_) @removed name: (identifier) @view) name: (identifier) @method)
  (#any-of? @view "keySet" "values" "entrySet" "asMap")
  (#any-of? @method "remove" "clear" "removeIf" "removeAll" "retainAll" "poll" "pop"))
((method_invocation object: (_) @removed name: (identifier) @method arguments: (argument_list (_) (null_literal)))
  (#eq? @method "set") (#set! kind "list"))
((method_invocation object: (_) @emptied name: (identifier) @method arguments: (argument_list (null_literal)))
  (#eq? @method "set") (#set! kind "threadLocal"))
; The value from before is put back
((finally_clause (block (expression_statement (method_invocation object: (_) @emptied name: (identifier) @method))))
  (#eq? @method "set") (#set! kind "threadLocal"))

(assignment_expression left: (_) @replaced)

; A first value: where there was none, or in the constructor; of what is wrapped nothing is said
([(if_statement
    condition: (parenthesized_expression (binary_expression left: (_) @name operator: "==" right: (null_literal)))
    consequence: [(expression_statement (assignment_expression left: (_) @initial right: (_) @first))
      (block (expression_statement (assignment_expression left: (_) @initial right: (_) @first)))])
  (constructor_body (expression_statement (assignment_expression left: (_) @initial right: (_) @first)))
  (static_initializer (block (expression_statement (assignment_expression left: (_) @initial right: (_) @first))))]
  (#eq? @name @initial) (#not-match? @first "^(java\\.util\\.)?Collections\\."))

; A limit; `size() == 0` and `> 0` only ask for emptiness, and an index goes through it
([(binary_expression
    left: (method_invocation object: (_) @measured name: (identifier) @method)
    operator: ["<" ">" "<=" ">=" "==" "!=" "%" "-"] right: (_) @limit)
  (binary_expression
    left: (_) @limit operator: ["<" ">" "<=" ">=" "==" "!=" "%" "-"]
    right: (method_invocation object: (_) @measured name: (identifier) @method))]
  (#any-of? @method "size" "length" "mappingCount") (#not-match? @limit "^(0|i|j|k|n|idx|\\w*[iI]ndex|pos|position)$"))
((variable_declarator value: (method_invocation object: (_) @measured name: (identifier) @method))
  (#any-of? @method "size" "mappingCount"))

((method_invocation object: (method_invocation object: (_) @read name: (identifier) @view) name: (identifier) @method)
  (#any-of? @view "keySet" "values" "entrySet" "asMap")
  (#any-of? @method "stream" "parallelStream" "size" "contains" "containsAll" "forEach" "isEmpty" "toArray" "toString"))
((_ [value: (method_invocation object: (_) @read name: (identifier) @view)]) @statement
  (#any-of? @view "keySet" "values" "entrySet") (#match? @statement "^for"))
((_ arguments: (argument_list (method_invocation object: (_) @read name: (identifier) @view))) @call
  (#any-of? @view "keySet" "values" "entrySet")
  (#match? @call "^(new \\w*(List|Set|Map|Vector|Deque|Queue)\\b|(\\w+\\.)*(copyOf|addAll|putAll|unmodifiable\\w+|max|min|join)\\()"))
[(enhanced_for_statement value: (_) @read) (binary_expression (_) @read) (array_access array: (_) @read)
  (synchronized_statement (parenthesized_expression (_) @read))]
((object_creation_expression type: (_) @type arguments: (argument_list (_) @read))
  (#match? @type "^(java\\.util\\.)?\\w*(List|Set|Map|Vector|Deque|Queue)\\b"))
((method_invocation object: (_) @object name: (identifier) @method arguments: (argument_list (_) @read))
  (#match? @method "^(copyOf|addAll|putAll|unmodifiable\\w+|valueOf|println|print|format|trace|debug|info|warn|error|sort|max|min|frequency|disjoint|isEmpty|isNotEmpty|assertEquals|assertTrue)$"))

(local_variable_declaration declarator: (variable_declarator name: (identifier) @alias value: [(identifier) (field_access)] @aliased))

; --- What is never given back

; Until the process ends
((method_invocation name: (identifier) @method) @leak
  (#eq? @method "deleteOnExit")
  (#set! rule "keptUntilExit")
  (#set! text "Each call of `deleteOnExit` keeps the file's path until the process ends, even when the file is gone long before."))
((method_invocation name: (identifier) @method arguments: (argument_list (_))) @leak
  (#eq? @method "addShutdownHook")
  (#set! unless "removeShutdownHook")
  (#set! rule "keptUntilExit")
  (#set! text "Each call of `{function}` adds a shutdown hook, which is kept with all that it refers to until the process ends: no `removeShutdownHook` was found."))
((method_invocation name: (identifier) @method arguments: (argument_list (_) (_))) @leak
  (#eq? @method "registerMBean")
  (#set! unless "unregisterMBean")
  (#set! rule "keptUntilExit")
  (#set! text "Each call of `{function}` registers a bean, which is kept until it is unregistered: no `unregisterMBean` was found."))

; Listeners of what lives as long as the process
((method_invocation
   object: [(identifier) @object (method_invocation object: (identifier) @object name: (identifier) @instance arguments: (argument_list))]
   name: (identifier) @method
   arguments: (argument_list . [(this) (lambda_expression) (method_reference) (object_creation_expression)] .)) @leak
  (#match? @object "^[A-Z]\\w*[a-z]\\w*$") (#not-match? @instance "^(?!(getInstance|instance|getDefault|get|getCurrent\\w*|getDefault\\w*)$)")
  (#match? @method "^add\\w*(Listener|Observer|Callback|Handler)$")
  (#set! unless "{method/add/remove}")
  (#set! rule "listenerOnlyAdded")
  (#set! text "Each call of `{function}` adds a listener to `{object}`, which lives as long as the process, and keeps all that the listener refers to: no `{method/add/remove}` was found."))
((method_invocation
   object: [(identifier) @object (method_invocation object: (identifier) @object name: (identifier) @instance arguments: (argument_list))]
   name: (identifier) @method
   arguments: (argument_list . [(this) (lambda_expression) (method_reference) (object_creation_expression)] .)) @leak
  (#match? @object "^[A-Z]\\w*[a-z]\\w*$") (#not-match? @instance "^(?!(getInstance|instance|getDefault|get|getCurrent\\w*|getDefault\\w*)$)")
  (#match? @method "^(register(Listener|Observer|Callback)?|subscribe)$")
  (#set! unless "un{method} de{method}")
  (#set! rule "listenerOnlyAdded")
  (#set! text "Each call of `{function}` adds a listener to `{object}`, which lives as long as the process, and keeps all that the listener refers to: no `un{method}` was found."))

; What has to be closed, in a local that is not a resource of a `try`
((local_variable_declaration declarator: (variable_declarator name: (identifier) @resource
   value: [(object_creation_expression) (method_invocation)] @made.by))
  (#match? @made.by "^(new (java\\.io\\.)?(File(In|Out)putStream|FileReader|FileWriter|RandomAccessFile|Socket|ServerSocket|ZipFile|JarFile|URLClassLoader)\\(|new (Buffered|Data|Object|GZIP|Zip)\\w*(Reader|Writer|Stream)\\(\\s*new File|new Print(Writer|Stream)\\(\\s*new File|(java\\.nio\\.file\\.)?Files\\.(lines|list|walk|find|new(BufferedReader|BufferedWriter|InputStream|OutputStream|ByteChannel|DirectoryStream))\\()")
  (#set! kind "stream")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` is opened here and never closed: no `{resource}.close()` was found in `{function}`, and nothing else gets hold of it. `try ({resource} = …)` would close it."))
((local_variable_declaration declarator: (variable_declarator name: (identifier) @resource
   value: [(object_creation_expression) (method_invocation)] @made.by))
  (#match? @made.by "^(\\w+\\.)?(DriverManager\\.getConnection|[dD]ataSource\\.getConnection|\\w+\\.(createStatement|prepareStatement|prepareCall))\\(")
  (#set! kind "stream")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` is never closed: no `{resource}.close()` was found in `{function}`, and nothing else gets hold of it. `try ({resource} = …)` would close it."))
; What a statement has found is closed with it
((local_variable_declaration declarator: (variable_declarator name: (identifier) @resource
   value: (method_invocation object: (identifier) @resource.of name: (identifier) @method)))
  (#eq? @method "executeQuery")
  (#set! kind "stream")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` is never closed: no `{resource}.close()` was found in `{function}`, and nothing else gets hold of it. `try ({resource} = …)` would close it."))
((local_variable_declaration declarator: (variable_declarator name: (identifier) @resource
   value: [(object_creation_expression) (method_invocation)] @made.by))
  (#match? @made.by "^(Executors\\.new\\w+|new (Scheduled)?ThreadPoolExecutor)\\(")
  (#set! kind "executor")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` has threads of its own, which stay when nobody uses it any more: no `{resource}.shutdown()` was found in `{function}`, and nothing else gets hold of it."))
((local_variable_declaration declarator: (variable_declarator name: (identifier) @resource
   value: (object_creation_expression) @made.by))
  (#match? @made.by "^new (Deflater|Inflater)\\(")
  (#set! kind "stream")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` has memory outside of the heap: no `{resource}.end()` was found in `{function}`, and nothing else gets hold of it."))
((method_invocation object: (identifier) @read name: (identifier) @method)
  (#not-any-of? @method "close" "end" "dispose" "disconnect" "iterator" "onClose" "getResultSet" "getChannel" "getFD") (#set! kind "stream"))
((method_invocation object: (identifier) @read name: (identifier) @method)
  (#any-of? @method "submit" "execute" "schedule" "scheduleAtFixedRate" "scheduleWithFixedDelay" "invokeAll" "invokeAny")
  (#set! kind "executor"))

; A stream of a file that a chain of calls goes through
((method_invocation object: (method_invocation) @chain name: (identifier) @method) @leak
  (#match? @chain "^(java\\.nio\\.file\\.)?Files\\s*\\.(lines|list|walk|find)\\(")
  (#any-of? @method "collect" "toList" "forEach" "count" "toArray" "findFirst" "findAny" "anyMatch" "allMatch" "noneMatch"
    "reduce" "sum" "max" "min")
  (#set! rule "neverReleased")
  (#set! text "The stream of a file or folder stays open here: it has to be closed, as `try (var lines = Files.lines(…))` does."))
