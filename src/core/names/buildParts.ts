/**
 * A function's name without what changes from build to build, or from run to run, while the source stays the same:
 * hashes of Rust, suffixes of LLVM and GCC, numbers and addresses of classes that a JVM makes while it runs. What
 * counts functions of the source (Go's `func1`, Java's `$1`, Scala's `$anonfun$1`) stays: it changes with the source.
 */
export function withoutBuildParts(name: string): string {
  // Nearly every name has none, and there are many.
  if (!hint.test(name) || name.startsWith('[')) return name;
  return withoutJvmParts(withoutNativeParts(name));
}

const hint =
  /\$\$|[/.+]0x|Accessor|\$Proxy|LambdaForm|jdk[./]proxy|\$(?:Hibernate|ByteBuddy|Mockito)|::h[0-9a-f]|\]::|\.(?:llvm|isra|part|cold|constprop|lto_priv|localalias|__uniq)/;

/** `::h463b2c6f0ba30854`, a legacy symbol's hash. */
const rustHash = /::h[0-9a-f]{16}$/;
const longestHash = 19;
/** `core[2f1c9ff1d4b0a3e6]::ptr`, a crate's hash in a v0 symbol. */
const crateHash = /\[[0-9a-f]{12,16}\](?=::)/g;
/** `.llvm.1234567890`, `.isra.0`, and `.cold` behind a number or a C++ name: it is also a name that Go functions have. */
const numbered = '\\.(?:llvm|isra|part|cold|constprop|lto_priv|__uniq)\\.\\d{1,40}';
const bare = '\\.(?:cold|localalias)';
/** `grow.isra.0.cold`, `grow() [clone .part.0.cold]`, `grow() (.cold)`. */
const compilerSuffix = new RegExp(
  [
    `${numbered}(?:${bare})?`,
    `(?<=[)>]|^_Z\\w{1,200})${bare}`,
    ` \\[clone (?:${numbered}|${bare}){1,8}\\]`,
    ` \\((?:${numbered}|${bare}){1,8}\\)`,
  ]
    .map(each => `(?:${each})$`)
    .join('|'),
);
/** A suffix is not longer; looking at the end alone keeps a long name from being read again for each. */
const longestSuffix = 256;

function withoutNativeParts(name: string): string {
  let kept = name.includes(']::') ? name.replace(crateHash, '') : name;
  for (;;) {
    const end = kept.slice(-longestSuffix);
    const found =
      rustHash.exec(end.slice(-longestHash)) ?? (end.includes('.') ? compilerSuffix.exec(end) : null);
    if (found === null || found[0].length === kept.length) return kept;
    kept = kept.slice(0, -found[0].length);
  }
}

/** Each with what stays of it. */
const jvmParts: readonly (readonly [pattern: RegExp, kept: string])[] = [
  // App$$Lambda$233/0x0000000800d4c1f0, App$$Lambda/0x000…, App$$Lambda$14.0x000…, App$$Lambda$5/1208736537
  [/\$\$Lambda(?:\$\d{1,10})?(?:[/.+]0x[0-9a-f]{1,16}|\/\d{1,20})?(?!\w)/g, '$$$$Lambda'],
  // LambdaForm$MH/0x000…, LambdaForm$DMH/1208736537, LambdaForm$BMH012
  [/\b(LambdaForm\$[A-Za-z_]{1,40})\d{0,10}(?:[/.+]0x[0-9a-f]{1,16}|\/\d{1,20})?(?!\w)/g, '$1'],
  // Any other hidden class: Foo$$InjectedInvoker/0x0000000800d4c1f0
  [/(?<=[\w$])[/.+]0x[0-9a-f]{16}(?!\w)/g, ''],
  [/\b(Generated(?:SerializationConstructor|Constructor|Method)Accessor)\d{1,10}(?!\w)/g, '$1'],
  // com.sun.proxy.$Proxy12, jdk.proxy2.$Proxy33
  [/\b(jdk[./]proxy)\d{1,10}(?=[./])/g, '$1'],
  [/(\$Proxy)\d{1,10}(?!\w)/g, '$1'],
  // Service$$EnhancerBySpringCGLIB$$3a1f09cc
  [/(\$\$(?:Enhancer|FastClass)By\w{0,20}CGLIB)\$\$[0-9a-f]{1,8}(?!\w)/g, '$1'],
  [/(\$(?:HibernateProxy|ByteBuddy|MockitoMock))\$\w{1,16}(?!\w)/g, '$1'],
];

function withoutJvmParts(name: string): string {
  return jvmParts.reduce((kept, [pattern, stays]) => kept.replace(pattern, stays), name);
}
