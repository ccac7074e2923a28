// The package has no types; this is what the bench uses of it.
declare module 'webvtt-parser' {
  const webvtt: {
    readonly WebVTTParser: new () => {
      parse(input: string): { readonly cues: readonly object[]; readonly errors: readonly object[] };
    };
  };
  export default webvtt;
}
