/**
 * Functions that do the allocating, as one regular expression: pprof cuts a heap profile's stacks down to what
 * called them. profile.proto says so itself; the older formats mean it without saying, and pprof adds it.
 */
export const allocatorFrames = [
  // The C library's, and those of the compiler's run-time library.
  'calloc|cfree|malloc|free|memalign|do_memalign|(__)?posix_memalign|pvalloc|valloc|realloc',
  '__libc_malloc|__builtin_(vec_)?delete|__builtin_(vec_)?new|operator new(\\[\\])?|_M_allocate|allocate',
  '__gnu_cxx::new_allocator::allocate|__malloc_alloc_template::allocate|simple_alloc::allocate|cpp_alloc',
  // tcmalloc's.
  'tcmalloc::.*|tc_(calloc|cfree|malloc|free|memalign|posix_memalign|pvalloc|valloc|realloc)',
  'tc_(new|delete|newarray|deletearray|new_nothrow|newarray_nothrow)|(::)?do_malloc(_no_errno|_pages)?',
  'DoSampledAllocation|MallocedMemBlock::MallocedMemBlock|BaseArena::.*',
  // macOS'.
  'malloc_zone_(malloc|calloc|valloc|realloc|memalign|free)',
  // Go's runtime.
  'runtime\\..*',
].join('|');

/** Runtime functions that stay, because a program's frames may stand below them. */
export const keptRuntimeFrames = 'runtime\\.panic|runtime\\.reflectcall|runtime\\.call[0-9]*';
