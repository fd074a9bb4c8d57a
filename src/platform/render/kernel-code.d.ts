declare module 'virtual:kernel-plain' {
  /** WebAssembly, base64: made by scripts/kernel.ts. */
  export const code: string;
}
declare module 'virtual:kernel-relaxed' {
  export const code: string;
}
declare module 'virtual:kernel-training-plain' {
  export const code: string;
}
declare module 'virtual:kernel-training-relaxed' {
  export const code: string;
}
