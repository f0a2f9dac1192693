import type { ReactNode } from 'react'
import css from './parts.module.css'

/** Stands where something will be once it is known. What is quick is not worth a word: it fades in after 400 ms (design.md 8). */
export function Loading({ children }: { readonly children: ReactNode }) {
  return (
    <p className={css.loading} role="status">
      {children}
    </p>
  )
}
