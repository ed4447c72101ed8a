(package_clause (package_identifier) @package)

; --- Local names

[
  (function_declaration) (method_declaration) (func_literal) (block)
  (if_statement) (for_statement) (expression_switch_statement) (type_switch_statement)
  (communication_case) (expression_case) (type_case) (default_case)
] @scope

(parameter_declaration name: (identifier) @local type: (_) @local.type)
(variadic_parameter_declaration name: (identifier) @local)
(short_var_declaration left: (expression_list (identifier) @local) right: (_) @local.value)
(range_clause left: (expression_list (identifier) @local))
(receive_statement left: (expression_list (identifier) @local))
(statement_list (var_declaration [(var_spec name: (identifier) @local type: (_)? @local.type)
  (var_spec_list (var_spec name: (identifier) @local type: (_)? @local.type))]))
(const_spec name: (identifier) @local)
(type_switch_statement alias: (expression_list (identifier) @local))

; --- What holds things: fields of structs and variables, by their type or first value

((source_file) @kinds
  (#set! maps "^(make\\()?map\\[[^\\]]*\\]map\\[")
  (#set! map "^(make\\()?map\\[")
  (#set! list "^(make\\()?\\[\\]")
  (#set! syncMap "^\\*?sync\\.Map$"))
([(type_spec name: (type_identifier) @type.name type: (_) @type.is) (type_alias name: (type_identifier) @type.name type: (_) @type.is)]
  (#match? @type.is "^(map\\[|\\[\\]|sync\\.Map$)")
  (#not-match? @type.is "^map\\[(bool|u?int8|byte|reflect\\.(Type|Kind))\\]"))
(type_spec name: (type_identifier) @owner
  type: (struct_type (field_declaration_list (field_declaration name: (field_identifier) @field @brief type: (_) @first))))
(var_spec name: (identifier) @variable type: (_) @first)
(var_spec name: (identifier) @variable value: (expression_list . (_) @first))

; Keys of few values, and types, which are as many as the program's text has
([(field_declaration name: (_) @few type: (_) @type) (var_spec name: (_) @few type: (_) @type)
  (var_spec name: (_) @few value: (expression_list . (_) @type))]
  (#match? @type "^(make\\()?map\\[(bool|u?int8|byte|reflect\\.(Type|Kind))\\]"))
(parameter_declaration name: (identifier) @few type: (_) @type (#match? @type "^(reflect\\.Type|\\*rtype)$"))
([(call_expression function: (_) @function) @few
  (short_var_declaration left: (expression_list . (identifier) @few .)
    right: (expression_list . (call_expression function: (_) @function) .))]
  (#match? @function "^reflect\\.TypeOf$|\\.Type(\\(\\)\\.Elem)?$"))

(source_file (const_declaration (const_spec name: (identifier) @constant)))

; Another package may take from it
(type_spec name: (type_identifier) @type
  type: (struct_type (field_declaration_list (field_declaration name: (field_identifier) @exported)))
  (#match? @type "^[A-Z]") (#match? @exported "^[A-Z]"))
(var_spec name: (identifier) @exported (#match? @exported "^[A-Z]"))

; A struct that is shared (it has a lock or a channel), kept in a package-level variable, or a field of another
(type_spec name: (type_identifier) @keeper
  type: (struct_type (field_declaration_list (field_declaration type: (_) @type)))
  (#match? @type "^\\*?sync\\.(RW)?Mutex$|^\\*?sync\\.(Map|Cond)$|^(<-)?chan\\b"))
(type_spec name: (type_identifier) @holder
  type: (struct_type (field_declaration_list
    (field_declaration type: [(type_identifier) (pointer_type (type_identifier)) (generic_type)] @held))))
(type_spec name: (type_identifier) @holder
  type: (struct_type (field_declaration_list (field_declaration !name type: [(type_identifier) (generic_type)] @embedded))))
; (not one that other packages can make more of: the variable here may be a default)
(source_file (var_declaration [(var_spec [type: (_) @keeper value: (expression_list (_) @keeper)])
  (var_spec_list (var_spec [type: (_) @keeper value: (expression_list (_) @keeper)]))])
  (#match? @keeper "^(\\*?[a-z]\\w*(\\[.*)?$|&?[a-z]\\w*(\\[[^\\]]*\\])?\\{|new\\([a-z]\\w*\\)|new[A-Z]\\w*\\()"))

; What runs once, or as often as the program's text says
((function_declaration name: (identifier) @name) @once
  (#match? @name "^(\\w*[iI]nit|main|\\w*[rR]egister[A-Z_]?\\w*|Must\\w*)$"))
((method_declaration name: (field_identifier) @name) @once
  (#match? @name "^([iI]nit\\w*|[rR]egister\\w*|Must\\w*)$"))

; Up to a limit that is counted apart
(if_statement condition: (binary_expression operator: ["<" "<=" ">" ">="] right: (_) @limit) consequence: (_) @once
  (#match? @limit "[mM]ax|[lL]imit|[cC]apacity"))

; --- What is done to it: by functions and methods

((source_file) @methods
  (#set! "added map maps" "maps.Copy maps.Insert")
  (#set! "added syncMap: key value" "Store LoadOrStore Swap")
  (#set! removed "delete clear maps.DeleteFunc")
  (#set! "removed syncMap" "Delete LoadAndDelete CompareAndDelete Clear")
  (#set! "read syncMap" "Load Range CompareAndSwap"))
(call_expression function: (_) @method arguments: (argument_list . (_) @called))
(selector_expression operand: (_) @called field: (field_identifier) @method)
(call_expression function: (selector_expression operand: (_) @called field: (field_identifier) @method)
  arguments: (argument_list) @arguments)

; and otherwise
(assignment_statement left: (expression_list (index_expression operand: (_) @added index: (_) @key))
  right: (expression_list (_) @value) (#set! kind "map maps"))
((assignment_statement left: (expression_list . (index_expression operand: (_) @added index: (_) @key) .)
  right: (expression_list . (call_expression
    function: (identifier) @function arguments: (argument_list . (_) . (_) @value)) .))
  (#eq? @function "append") (#set! kind "map maps"))
(inc_statement (index_expression operand: (_) @added index: (_) @key) (#set! kind "map maps"))
; Keys that it has already
(range_clause left: (expression_list . (identifier) @each) right: (_) @each.of)
; A map in a map: what is done to one of them is done to all
(index_expression operand: [(identifier) (selector_expression)] @same (#set! kind "maps")) @outer
(short_var_declaration left: (expression_list . (identifier) @alias . (identifier))
  right: (expression_list . (index_expression operand: [(identifier) (selector_expression)] @aliased) .)
  (#set! kind "maps"))
(range_clause left: (expression_list (_) . (identifier) @alias)
  right: [(identifier) (selector_expression)] @aliased (#set! kind "maps"))
((assignment_statement
   left: (expression_list . (_) @added .)
   right: (expression_list . (call_expression
     function: (identifier) @function arguments: (argument_list . (_) @same.name . (_) @value)) .))
  (#eq? @function "append") (#eq? @added @same.name) (#set! kind "list"))

; A slice in a map that is cut shorter
((assignment_statement left: (expression_list (index_expression operand: (_) @removed))
   right: (expression_list [(slice_expression) @value (call_expression function: (selector_expression) @value)
     (call_expression function: (identifier) @value arguments: (argument_list . (slice_expression)))]))
  (#match? @value "^(append|slices\\.Delete(Func)?)$|\\]$") (#set! kind "map maps"))
; or replaced by what a loop through it leaves
((statement_list
   (for_statement (range_clause right: (_) @through))
   (assignment_statement
     left: (expression_list . (index_expression operand: (_) @removed) @left .) right: (expression_list (identifier))))
  (#eq? @through @left) (#set! kind "map maps"))
; A slice whose elements are set to nil is a pool: they are taken out and put back
(assignment_statement left: (expression_list (index_expression operand: (_) @removed))
  right: (expression_list (nil)) (#set! kind "list"))

(assignment_statement left: (expression_list (_) @replaced))
(assignment_statement left: (expression_list (unary_expression operator: "*" operand: (identifier) @reset)))
(assignment_statement left: (expression_list (selector_expression))
  right: (expression_list (composite_literal type: (type_identifier) @reset body: (literal_value . "{" . "}"))))

; A first value: where there was none, once, or in what was just made
((if_statement
   condition: [(binary_expression left: (_) @name operator: "==" right: (nil))
     (binary_expression left: (call_expression arguments: (argument_list (_) @name)) operator: "==" right: (int_literal))]
   consequence: (block (statement_list (assignment_statement left: (expression_list (_) @initial)))))
  (#eq? @name @initial))
(call_expression function: (selector_expression field: (field_identifier) @method)
  arguments: (argument_list (func_literal
    body: (block (statement_list (assignment_statement left: (expression_list (_) @initial))))))
  (#eq? @method "Do"))
((function_declaration name: (identifier) @name
   body: (block (statement_list (assignment_statement left: (expression_list (_) @initial)))))
  (#eq? @name "init"))
(short_var_declaration left: (expression_list . (identifier) @made .)
  right: (expression_list . [(composite_literal) (unary_expression operand: (composite_literal))
    (call_expression function: (identifier) @function)] .) (#eq? @function "new"))
(var_spec name: (identifier) @made type: (type_identifier))
(keyed_element . (literal_element (identifier) @initial) . (literal_element [(composite_literal) (call_expression) (nil)]))
(keyed_element . (literal_element (identifier) @handed))

; A limit; `len(x) == 0` and `> 0` only ask for emptiness
((binary_expression [
    left: (call_expression function: (identifier) @function arguments: (argument_list (_) @measured))
    right: (call_expression function: (identifier) @function arguments: (argument_list (_) @measured))]) @asked
  (#any-of? @function "len" "cap") (#match? @asked "[<>%]|==") (#not-match? @asked "^0 |[^\\w.]0$"))
; What is done with a length that has a name is not followed
([(short_var_declaration right: (expression_list
     (call_expression function: (identifier) @function arguments: (argument_list (_) @measured))))
   (_ right: (expression_list (binary_expression
     left: (call_expression function: (identifier) @function arguments: (argument_list (_) @measured)))))]
  (#eq? @function "len"))

(index_expression operand: (_) @read)
(range_clause right: (_) @read)
(binary_expression left: (_) @read right: (nil))
((call_expression function: (_) @function arguments: (argument_list (_) @read))
  (#match? @function "^(len|cap|copy|string|print|println|panic|(fmt|log|strings|bytes|sort|json|errors|reflect)\\.\\w+|maps\\.(Keys|Values|Clone|Collect|All)|slices\\.(Sort\\w*|Contains\\w*|Index\\w*|Clone|Max\\w*|Min\\w*|BinarySearch\\w*|Equal\\w*|All|Values))$"))
; A slice that is handed on by value keeps its length here
([(argument_list (_) @read) (expression_list (_) @read) (slice_expression operand: (_) @read)
  (keyed_element (_) . (literal_element (_) @read)) (literal_value (literal_element (_) @read))] (#set! kind "list"))

(short_var_declaration left: (expression_list . (identifier) @alias .) right: (expression_list . (_) @aliased .)
  (#set! kind "map maps syncMap"))
(unary_expression operator: "*" operand: (_) @same) @outer
(parenthesized_expression (_) @same) @outer

; --- What is never given back

; A timer of a loop that another case of the `select` goes on with
(for_statement body: (block (statement_list (select_statement [
  ([(communication_case) (default_case)] @other
   (communication_case (receive_statement (unary_expression operand: (call_expression function: (_) @function) @leak))))
  ((communication_case (receive_statement (unary_expression operand: (call_expression function: (_) @function) @leak)))
   [(communication_case) (default_case)] @other)])))
  (#eq? @function "time.After")
  (#not-match? @other "\\b(return\\b[^\\n]*|goto\\b[^\\n]*|panic\\(.*\\))\\s*$")
  (#set! rule "timerInLoop")
  (#set! text "Each turn of the loop makes a timer with `time.After`. When another case of the `select` goes first, the timer stays until it fires (until Go 1.23)."))
((call_expression function: (_) @function) @leak
  (#eq? @function "time.Tick")
  (#set! rule "timerInLoop")
  (#set! text "The ticker behind `time.Tick` cannot be stopped: each call leaves one for ever (until Go 1.23)."))

(short_var_declaration left: (expression_list . (identifier) @resource .)
  right: (expression_list . (call_expression function: (_) @function) .)
  (#eq? @function "time.NewTicker")
  (#set! kind "ticker")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` is a new ticker; no `{resource}.Stop()` was found in `{function}`, and nothing else gets hold of it. A ticker that is not stopped stays for ever (until Go 1.23)."))
((selector_expression operand: (identifier) @read field: (field_identifier) @name)
  (#any-of? @name "C" "Reset") (#set! kind "ticker"))

; A context's cancel that is dropped: its parent keeps it
((_ left: (expression_list (_) . (identifier) @cancel .)
   right: (expression_list (call_expression function: (_) @function arguments: (argument_list . (_) @parent)) @leak))
  (#eq? @cancel "_")
  (#any-of? @function "context.WithCancel" "context.WithCancelCause")
  (#not-match? @parent "^context\\.(Background|TODO)\\(\\)$")
  (#set! rule "neverReleased")
  (#set! text "The cancel function of this context is dropped in `{function}`, so that `{parent}` keeps it until it is done itself."))

; A goroutine that sends to a channel without room, which its reader may have left: by another case of its `select` that returns,
; or of one that the reader ends with. It is a function's own code, or a function that gets the channel (`@sends`)
((statement_list
   (short_var_declaration left: (expression_list . (identifier) @channel .)
     right: (expression_list . (call_expression function: (identifier) @function
       arguments: (argument_list . (channel_type) .)) .)) @leak.in
   [(go_statement (call_expression function: (func_literal
      body: (block (statement_list (send_statement channel: (identifier) @sent)))))) @leak @leak.too
    (go_statement (call_expression
      function: [(identifier) @leak.by (selector_expression field: (field_identifier) @leak.by)]
      arguments: (argument_list (identifier) @sent)))]
   (select_statement [
     ((communication_case (receive_statement (unary_expression operand: (identifier) @received)))
      (_ (statement_list (return_statement))))
     ((_ (statement_list (return_statement)))
      (communication_case (receive_statement (unary_expression operand: (identifier) @received))))]))
  (#eq? @function "make") (#eq? @channel @sent) (#eq? @channel @received)
  (#set! rule "goroutineBlocked")
  (#set! text "The goroutine sends to `{channel}`, which has no room, and waits for ever when its reader goes on by another case of its `select`: it and all it holds stay. With `make(chan …, 1)` it would end."))
((statement_list
   (short_var_declaration left: (expression_list . (identifier) @channel .)
     right: (expression_list . (call_expression function: (identifier) @function
       arguments: (argument_list . (channel_type) .)) .)) @leak.in
   [(go_statement (call_expression function: (func_literal
      body: (block (statement_list (send_statement channel: (identifier) @sent)))))) @leak @leak.too
    (go_statement (call_expression
      function: [(identifier) @leak.by (selector_expression field: (field_identifier) @leak.by)]
      arguments: (argument_list (identifier) @sent)))]
   (select_statement [
     ((communication_case (receive_statement (unary_expression operand: (identifier) @received))) . (communication_case))
     ((communication_case) . (communication_case (receive_statement (unary_expression operand: (identifier) @received))))]) .)
  (#eq? @function "make") (#eq? @channel @sent) (#eq? @channel @received)
  (#set! rule "goroutineBlocked")
  (#set! text "The goroutine sends to `{channel}`, which has no room, and waits for ever when its reader goes on by another case of its `select`: it and all it holds stay. With `make(chan …, 1)` it would end."))
(statement_list (send_statement channel: (identifier) @sends))
; before it receives
((statement_list
   (short_var_declaration left: (expression_list . (identifier) @channel .)
     right: (expression_list . (call_expression function: (identifier) @function
       arguments: (argument_list . (channel_type) .)) .)) @leak.in
   (go_statement (call_expression function: (func_literal
     body: (block (statement_list (send_statement channel: (identifier) @sent)))))) @leak @leak.too
   (if_statement consequence: (block (statement_list (return_statement)))) @early
   [(return_statement (expression_list (unary_expression operator: "<-" operand: (identifier) @received)))
    (expression_statement (unary_expression operator: "<-" operand: (identifier) @received))
    (_ right: (expression_list (unary_expression operator: "<-" operand: (identifier) @received)))])
  (#eq? @function "make") (#eq? @channel @sent) (#eq? @channel @received) (#not-match? @early "<-")
  (#set! rule "goroutineBlocked")
  (#set! text "The goroutine sends to `{channel}`, which has no room, and waits for ever when `{function}` returns before it receives: it and all it holds stay. With `make(chan …, 1)` it would end."))
; and before it has received from all of them
((statement_list
   (short_var_declaration left: (expression_list . (identifier) @channel .)
     right: (expression_list . (call_expression function: (identifier) @function
       arguments: (argument_list . (channel_type) .)) .)) @leak.in
   (for_statement body: (block (statement_list (go_statement (call_expression function: (func_literal
     body: (block (statement_list (send_statement channel: (identifier) @sent)))))) @leak @leak.too)))
   (for_statement body: (block (statement_list
     (short_var_declaration right: (expression_list (unary_expression operator: "<-" operand: (identifier) @received)))
     (if_statement consequence: (block (statement_list (return_statement))))))))
  (#eq? @function "make") (#eq? @channel @sent) (#eq? @channel @received)
  (#set! rule "goroutineBlocked")
  (#set! text "Each goroutine sends to `{channel}`, which has no room, and those that are left wait for ever when `{function}` returns before it has received from all: they and all they hold stay. With room for all of them they would end."))

; Signals are sent to a channel until `signal.Stop`
((short_var_declaration left: (expression_list . (identifier) @resource .)
   right: (expression_list . (call_expression arguments: (argument_list . (channel_type value: (_) @type))) .))
  (#eq? @type "os.Signal")
  (#set! kind "signals")
  (#set! rule "neverReleased")
  (#set! text "`{resource}` is registered for signals in `{function}` and no `signal.Stop({resource})` was found there: it stays registered for ever."))
((call_expression function: (_) @function arguments: (argument_list . (identifier) @read))
  (#eq? @function "signal.Notify") (#set! kind "signals"))
([(unary_expression operator: "<-" operand: (identifier) @read) (range_clause right: (identifier) @read)]
  (#set! kind "signals"))

; Connections: what their results are used for besides closing them
((_ left: (expression_list . (identifier) @resource . (identifier) .)
   right: (expression_list . (call_expression function: (selector_expression field: (field_identifier) @name)) .))
  (#any-of? @name "Get" "Post" "PostForm" "Head" "Do" "RoundTrip") (#set! kind "response"))
((selector_expression operand: (identifier) @read field: (field_identifier) @name)
  (#not-eq? @name "Body") (#set! kind "response"))
((call_expression function: (selector_expression field: (field_identifier) @name)
   arguments: (argument_list (selector_expression operand: (identifier) @read)))
  (#any-of? @name "ReadAll" "Copy" "NewDecoder" "NewScanner" "NewReader") (#set! kind "response"))
((_ left: (expression_list . (identifier) @resource . (identifier) .)
   right: (expression_list . (call_expression function: (selector_expression field: (field_identifier) @name)) .))
  (#any-of? @name "Query" "QueryContext" "Queryx" "QueryxContext") (#set! kind "rows"))
((selector_expression operand: (identifier) @read field: (field_identifier) @name)
  (#not-eq? @name "Close") (#set! kind "rows"))

; A buffer of which a piece is kept. `buf = buf[n:]` deals the whole of it out
(short_var_declaration left: (expression_list . (identifier) @resource)
  right: (expression_list . (call_expression) @made.by .)
  (#match? @made.by "^(make\\(\\[\\][^+]*$|(io|ioutil|os)\\.(ReadAll|ReadFile)\\()")
  (#set! kind "buffer")
  (#set! rule "pinnedArray") (#set! when "kept")
  (#set! text "`{part}` is kept in `{keeper}` and keeps the whole array of `{resource}` alive, which is allocated here. A copy (`slices.Clone({part})`) would free the rest."))
(assignment_statement
  left: (expression_list [(selector_expression) @keeper (index_expression operand: (selector_expression) @keeper)])
  right: (expression_list [(slice_expression operand: (identifier) @kept) @part
    (call_expression function: (identifier) @function
      arguments: (argument_list (_) (slice_expression operand: (identifier) @kept) @part))])
  (#eq? @function "append") (#not-match? @part ":\\s*0\\]$") (#set! kind "buffer"))
((assignment_statement left: (expression_list (identifier) @removed)
   right: (expression_list (slice_expression operand: (identifier) @name)))
  (#eq? @removed @name) (#set! kind "buffer"))
