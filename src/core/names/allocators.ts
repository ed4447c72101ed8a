import { withoutBrackets } from '../displayName.ts';
import { v8Builtins } from '../profile.ts';

/**
 * Functions that only hand out memory. Nobody's growth is their doing, so a site is what called them. Names without argument lists
 * and type arguments.
 */
const native = new RegExp(
  `^(?:${[
    // The C library's, its wrappers', and the compilers'.
    '(?:__libc_|__interceptor_|__wrap_|__GI___libc_|_?malloc_(?:zone|type)_|x|g_|p|v)?(?:malloc|calloc|realloc|memalign|valloc)\\d?',
    '_int_(?:malloc|realloc|memalign)|sysmalloc|ptmalloc\\w*|reallocarray|(?:__)?posix_memalign|aligned_alloc|cfree|free',
    '(?:s|b|m)?brk|__?mmap(?:64)?|_?(?:szone|nano|nanov2)_\\w*alloc\\w*|HeapAlloc|RtlAllocateHeap|_malloc_base',
    'operator new(?:\\[\\])?|__builtin_(?:vec_)?new|_Zn[wa]m\\w*|cpp_alloc|g_slice_alloc\\w*',
    '.*::(?:_M_allocate|_M_create_storage|_M_realloc_(?:insert|append)|_M_default_append|_M_range_insert|__libcpp_allocate)',
    '.*::__(?:push|emplace)_back_slow_path',
    '(?:std::(?:__\\w+::)?|__gnu_cxx::)(?:allocator|allocator_traits|new_allocator|__new_allocator|__allocate_at_least)(?:::.*)?',
    // jemalloc's, tcmalloc's and mimalloc's.
    '_?(?:rjem_)?je_.*|_rjem_.*|prof_(?:backtrace|alloc_prep|tctx_create|lookup).*|imalloc\\w*|iall?oc(?:zt?m?|t)?|[mrx]allocx|do_rallocx|i(?:realloc|[rx]allocx)_prof\\w*',
    'tcmalloc::.*|tc_\\w+|TCMalloc\\w*|(?:::)?(?:\\{anonymous\\}::)?do_(?:malloc|calloc|realloc|memalign)\\w*|DoSampledAllocation',
    'MallocedMemBlock::.*|BaseArena::.*|MallocHook::.*|MallocExtension::.*|_?mi_.*',
    // CPython's.
    '_?Py(?:Mem|Object|DataMem)_(?:Raw)?(?:Malloc|Calloc|Realloc)\\w*|pymalloc_\\w+|_?PyObject_GC_(?:New|NewVar|Alloc)\\w*',
    '_PyObject_(?:New|NewVar)|PyType_GenericAlloc',
    // Rust's, and the growing of its vectors and tables.
    '_?_{0,2}(?:rustc::)?_{0,2}r(?:ust|g|dl)_(?:re)?alloc\\w*|<?alloc::.*|(?:std|core)::alloc::.*|exchange_malloc',
    '<.* as (?:core::alloc::(?:global::)?|alloc::alloc::|std::alloc::)?(?:GlobalAlloc|Allocator)>::.*|<\\S* as alloc::.*',
    '<?hashbrown::raw::.*|<?(?:tikv_)?jemallocator::.*|<?mimalloc::.*|<?(?:raw_vec::)?RawVec.*|finish_grow',
  ].join('|')})$`,
);

/** Go's own: its profiles leave them out, but not those that other profilers take of Go programs. */
const goAllocators =
  /^runtime\.(?:mallocgc\w*|newobject|newarray|makeslice\w*|growslice|makemap\w*|makechan\w*|mapassign\w*|hashGrow|rawstring\w*|rawbyteslice|concatstring\w*|slicebytetostring|stringtoslicebyte|profilealloc|mProf_Malloc)$/;

/**
 * Go's library where it makes for its caller what the language has no operator for: text and slices, buffers, lists and maps that are
 * types of a package, values by reflection. What else stands in the library (connections, contexts, decoders, `io.Copy`,
 * which may be all that a goroutine runs) does work of its own.
 */
const goLibrary = new RegExp(
  `^(?:${[
    '(?:bytes|strings|slices|maps|strconv|fmt|errors|bufio|unicode/utf(?:8|16)|container/(?:list|ring)|math/big)\\..*',
    'internal/(?:bytealg|stringslite|runtime/maps|sync)\\..*|sync\\.(?:\\(\\*Map\\)\\.|newEntry).*|io\\.ReadAll|os\\.(?:ReadFile|readFileContents)',
    'reflect\\.(?:Value\\.|\\(\\*MapIter\\)\\.|New|Make(?:Slice|Map|Chan)|Append|Zero|copyVal|packEface|unsafe_New|mapassign|growslice|make).*',
  ].join('|')})$`,
);

/**
 * Java's: its collections and strings, boxes of numbers, what makes an array, and what calls by a handle, as `+` of strings does. What
 * else stands in `java.util` (streams, regular expressions) does work of its own.
 */
const jvmAllocators = new RegExp(
  `^(?:${[
    'java[/.]util[/.](?:concurrent[/.])?\\w*(?:Map|Set|List|Queue|Deque|Vector|Stack|Hashtable|Collections?|Arrays)(?:\\$[\\w$]+)?\\..*',
    'java[/.]lang[/.](?:String\\w*|AbstractStringBuilder|Object|Boolean|Byte|Character|Double|Float|Integer|Long|Short)(?:\\$\\w+)?\\..*',
    'java[/.]lang[/.](?:invoke[/.].*|reflect[/.]Array\\.new\\w+)|jdk[/.]internal[/.]misc[/.]Unsafe\\.allocate\\w*',
  ].join('|')})$`,
);

/** Files in which `malloc` is a name like any other. */
const managedFile = /\.(?:[cm]?[jt]sx?|py|rb|java|kt|scala|php|cs|lua)$/;

/**
 * Rust's: `core` has no memory of its own, and only leads on into what has; all of `alloc` does nothing but hand it out, its trees too,
 * and so do the tables of `std` and what they are made of.
 */
const rustFile =
  /[\\/](?:library[\\/](?:core[\\/]src|alloc[\\/]src|std[\\/]src[\\/]collections)|hashbrown-[\d.]+[\\/]src)[\\/].*\.rs$/;

/** Headers and sources of C++'s library, by the folders of libstdc++, libc++ and Microsoft's. */
const cppFile =
  /[\\/](?:include[\\/]c\+\+|libstdc\+\+-v3|libcxx[\\/](?:include|src)|MSVC[\\/][\d.]+[\\/](?:include|crt))[\\/]/;

/** The same by name, as what was compiled into it has no file: no module of Rust's `std` is called so. */
const cppName =
  /^(?:std|__gnu_cxx)::(?:__|_[A-Z]|(?:basic|unordered|make|allocate)_\w|(?:multi)?(?:map|set)\b|w?string|w?[io]?f?stream|(?:shared|unique|weak)_ptr\b|to_w?string|(?:vector|deque|list|forward_list|function|pair|tuple|any|optional|variant|queue|priority_queue|stack|locale|getline|operator)\b)/;

/** What has no name, of libraries that only hand out memory: their functions are called by module and offset. */
const allocatorModule =
  /^\[lib(?:(?:je|mi)malloc|tcmalloc(?:_minimal|_debug|_and_profiler)*|stdc\+\+|c\+\+(?:abi)?)[-.][\w.-]*\]/;

/** Crates that stand in for Rust's allocator, or count for it: what debug information calls `alloc` there says no more of itself. */
const rustAllocatorFile =
  /[\\/](?:(?:tikv-)?jemallocator|mimalloc(?:-rust)?|snmalloc-rs|rpmalloc|dhat|stats_alloc|cap|tracking-allocator)(?:-[\d.]+(?:-[\w.]+)?|-[0-9a-f]{16}[\\/]\w+)[\\/].*\.rs$/;

/** Whether a function, by its name and file, is an allocator's. So is what V8 brings along: nobody's growth is `Map.set`'s doing. */
export function isAllocator(name: string, file: string): boolean {
  if (file === v8Builtins || (file.endsWith('.rs') && isRustAllocator(file))) return true;
  if (name.startsWith('runtime.')) return goAllocators.test(name);
  if (/^j(?:ava|dk)[/.]/.test(name)) return jvmAllocators.test(bare(name));
  if (file.endsWith('.go')) return goLibrary.test(name);
  if (name.startsWith('[')) return allocatorModule.test(name);
  if (isOfCpp(name, file)) return true;
  if (!maybe.test(name) || managedFile.test(file)) return false;
  return native.test(bare(name));
}

/** Containers and strings of C++ are templates, whose functions stand in every stack that ends in one. */
function isOfCpp(name: string, file: string): boolean {
  if (file !== '') return cppFile.test(file);
  if (!name.includes('std::') && !name.includes('__gnu_cxx::')) return false;
  // Templates have what they return before their name.
  const [last = ''] = bare(name).split(' ').slice(-1);
  return cppName.test(last);
}

function isRustAllocator(file: string): boolean {
  return rustFile.test(file) || rustAllocatorFile.test(file);
}

/** What every name of the list holds: names that hold none of it need no closer look. */
const maybe =
  /all?oc|memalign|free|brk|mmap|new|_Zn|slow_path|_M_|je_|rjem|prof_|tc_|mi_|Hook|MemBlock|Arena|New|RawVec|finish_grow|hashbrown/i;

/** A name without its argument list and type arguments, and without the hash that Rust puts at its end. */
function bare(name: string): string {
  const plain = name.replace(/::h[0-9a-f]{16}$/, '').replaceAll('(anonymous namespace)', '{anonymous}');
  if (plain.startsWith('<')) return plain;
  const untyped = withoutBrackets(plain, '>');
  const at = untyped.indexOf('(');
  return at > 0 ? untyped.slice(0, at) : untyped;
}
