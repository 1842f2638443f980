/** What our tests use of saxen, a strict reader of XML that comes without types. */
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
    parse(xml: string): void;
  }
}
