import type { ReactNode } from 'react'
import css from './parts.module.css'

/** A white sheet with an optional head. `note` is a quiet remark beside the title, `side` stands at the right end. */
export function Panel(props: {
  readonly title?: ReactNode
  readonly note?: ReactNode
  readonly side?: ReactNode
  readonly children: ReactNode
  readonly className?: string | undefined
  readonly label?: string
}) {
  const { title, note, side, children, className, label } = props
  return (
    <section className={className === undefined ? css.panel : `${css.panel} ${className}`} aria-label={label}>
      {title !== undefined && (
        <div className={css.panelHead}>
          <h2>{title}</h2>
          {note !== undefined && <span className={css.panelNote}>{note}</span>}
          {side !== undefined && <div className={css.panelSide}>{side}</div>}
        </div>
      )}
      {children}
    </section>
  )
}

/** The one `h1` of a page, one sentence below it, and the page's acts at the right. */
export function PageTitle(props: { readonly title: ReactNode; readonly lead?: ReactNode; readonly side?: ReactNode }) {
  return (
    <div className={css.title}>
      <div>
        <h1 tabIndex={-1}>{props.title}</h1>
        {props.lead !== undefined && <p>{props.lead}</p>}
      </div>
      {props.side !== undefined && <div className={css.titleSide}>{props.side}</div>}
    </div>
  )
}

export const Kbd = ({ children }: { readonly children: ReactNode }) => <kbd className={css.kbd}>{children}</kbd>
