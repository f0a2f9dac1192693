import { describe, expect, test } from 'vitest'
import { contentSecurityPolicy, styleNoncePlaceholder, withStyleNonce } from '#shared/api/csp.ts'

const nonce = 'YWJjZGVmZ2hpamtsbW5vcA=='

describe('the content security policy', () => {
  test('lets nothing in by default and no inline script or unmarked style', () => {
    const policy = contentSecurityPolicy({ nonce })
    expect(policy).toContain(`default-src 'none'`)
    expect(policy).toContain(`script-src 'self';`)
    expect(policy).toContain(`style-src 'self' 'nonce-${nonce}';`)
    expect(policy).toContain(`frame-ancestors 'none'`)
    expect(policy).not.toMatch(/unsafe|\*|https?:/)
  })

  test('lets pages connect to the sources given and to nothing else', () => {
    expect(contentSecurityPolicy({ nonce, connect: ['ws://127.0.0.1:5000'] })).toContain(`connect-src 'self' ws://127.0.0.1:5000;`)
  })

  test('lets marked scripts in only while developing', () => {
    expect(contentSecurityPolicy({ nonce, markedScripts: true })).toContain(`script-src 'self' 'nonce-${nonce}';`)
  })

  test.each(['short', `aaaaaaaaaaaaaaaa'; script-src *`])('refuses %s as a nonce', (bad) => {
    expect(() => contentSecurityPolicy({ nonce: bad })).toThrow(RangeError)
  })

  test.each(['https://a.example; script-src *', "'unsafe-inline'", ''])('refuses %s as a source', (bad) => {
    expect(() => contentSecurityPolicy({ nonce, connect: [bad] })).toThrow(RangeError)
  })

  test('puts the nonce wherever the page asks for it', () => {
    expect(withStyleNonce(`<meta content="${styleNoncePlaceholder}"><style nonce="${styleNoncePlaceholder}">`, nonce)).toBe(
      `<meta content="${nonce}"><style nonce="${nonce}">`,
    )
  })
})
