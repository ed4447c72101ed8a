/**
 * Bounds on what is read, each far above any real profile. Memory is otherwise bound by the input's size:
 * every table and column has at most a small constant of bytes for each byte of input.
 */
export const limits = {
  /** Bytes of one decompressed profile: offsets and indices stay below 2^31. */
  inflatedBytes: 2 ** 31 - 1,
  /** Deflate cannot expand further than this (zlib's documentation gives 1032 : 1). */
  inflateRatio: 1032,
  /** Frames of one stack, inlined ones counted: depths are kept in 16 bits. */
  stackFrames: 65_000,
  /** Frames of all stacks, where a format can say more than its size: a tree says each node once. */
  allFrames: 2 ** 26,
  sampleTypes: 256,
  /** A text is held as one string; V8's end at 2^29. */
  textBytes: 2 ** 28,
  mappings: 100_000,
  /** Bytes of one string of a profile.proto. */
  stringBytes: 2 ** 24,
} as const;
