/** The nonce of this load, under which libraries may add style elements; without it the policy blocks them. */
import { setNonce } from 'get-nonce'
import { styleNoncePlaceholder } from '#shared/api/csp.ts'

const found = document.querySelector<HTMLMetaElement>('meta[name="style-nonce"]')?.content ?? ''
const nonce = found === styleNoncePlaceholder ? '' : found

// Must come before the first component that locks scrolling; those ask get-nonce.
if (nonce !== '') setNonce(nonce)

export const getStyleNonce = (): string => nonce
