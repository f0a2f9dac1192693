/** The content security policy of every page, whichever door serves it. Source: Electron's security checklist, item 7. */

/** Stands in the html where each load gets its own nonce; Mantine and get-nonce read it from `<meta name="style-nonce">`. */
export const styleNoncePlaceholder = '__STYLE_NONCE__'

export type PolicyWish = {
  /** Base64 text of at least 16 characters, fresh for each load. */
  readonly nonce: string
  /** Sources allowed for `fetch` and WebSocket beside our own origin, such as `ws://127.0.0.1:5000`. */
  readonly connect?: readonly string[]
  /** Lets scripts in that carry the nonce. Only for the development server, whose reload client is inline. */
  readonly markedScripts?: boolean
}

/**
 * The policy as the value of the `Content-Security-Policy` header.
 * Scripts come only from our own files; style elements only with the nonce of this load; nothing frames us.
 */
export function contentSecurityPolicy({ nonce, connect = [], markedScripts = false }: PolicyWish): string {
  if (!/^[\w+/=-]{16,}$/.test(nonce)) throw new RangeError('A nonce is at least 16 characters of base64.')
  for (const source of connect) if (!/^[^\s;,'"]+$/.test(source)) throw new RangeError(`Not a source for connect-src: ${source}`)
  return [
    `default-src 'none'`,
    markedScripts ? `script-src 'self' 'nonce-${nonce}'` : `script-src 'self'`,
    `style-src 'self' 'nonce-${nonce}'`,
    `img-src 'self' blob: data:`,
    `font-src 'self'`,
    `connect-src ${["'self'", ...connect].join(' ')}`,
    `worker-src 'self' blob:`,
    `manifest-src 'self'`,
    `base-uri 'none'`,
    `form-action 'none'`,
    `frame-ancestors 'none'`,
  ].join('; ')
}

/** Puts the nonce of this load into the html. */
export const withStyleNonce = (html: string, nonce: string): string => html.replaceAll(styleNoncePlaceholder, nonce)
