/** What we use of saxen, a strict reader of XML in pieces, which comes without types. */
declare module 'saxen' {
  type Decode = (words: string) => string;
  export class Parser {
    on(event: 'error' | 'warn', listener: (error: unknown) => void): this;
    on(
      event: 'openTag',
      listener: (name: string, attributes: () => Record<string, string>, decode: Decode) => void,
    ): this;
    on(event: 'closeTag', listener: (name: string) => void): this;
    on(event: 'text', listener: (words: string, decode: Decode) => void): this;
    on(event: 'cdata', listener: (words: string) => void): this;
    /** A declaration: `<!DOCTYPE …>`, `<!ENTITY …>`. */
    on(event: 'attention', listener: (words: string) => void): this;
    parse(xml: string): void;
    write(xml: string): this;
    end(): void;
  }
}
