import type { ReactNode } from 'react'
import css from './parts.module.css'

/** Water, two notes and a dashed third. */
function Drawing() {
  return (
    <svg viewBox="0 0 220 110" fill="none" aria-hidden="true">
      <path d="M4 96c28-14 44-4 62 0s40-30 78-28 48 22 70 14" stroke="var(--lb-action-line)" strokeWidth="9" strokeLinecap="round" />
      <path d="M4 96c16-8 30-8 52-2" stroke="var(--lb-action)" strokeWidth="9" strokeLinecap="round" />
      <circle cx="58" cy="93" r="9" fill="var(--lb-surface)" stroke="var(--lb-action)" strokeWidth="4" />
      <path d="M34 16l58-6 6 54-58 6z" fill="var(--lb-note-kunyit)" />
      <path d="M34 16l58-6 .4 4-58 6z" fill="var(--lb-note-kunyit-edge)" />
      <path d="M44 34l36-4M45 45l24-3" stroke="var(--lb-note-kunyit-edge)" strokeWidth="3" strokeLinecap="round" />
      <path d="M108 4l58 5-5 54-58-5z" fill="var(--lb-note-langit)" />
      <path d="M108 4l58 5-.4 4-58-5z" fill="var(--lb-note-langit-edge)" />
      <path d="M117 24l34 3M116 35l24 2" stroke="var(--lb-note-langit-edge)" strokeWidth="3" strokeLinecap="round" />
      <rect
        x="172"
        y="26"
        width="42"
        height="42"
        rx="3"
        fill="var(--lb-surface)"
        stroke="var(--lb-line-strong)"
        strokeWidth="2"
        strokeDasharray="5 4"
      />
      <path d="M193 39v16M185 47h16" stroke="var(--lb-ink-2)" strokeWidth="2" strokeLinecap="round" />
    </svg>
  )
}

/**
 * What belongs here and who usually fills it, with one main act. The drawing is for first-level pages only;
 * `inside` a panel it is one sentence.
 */
export function EmptyState(props: {
  readonly title?: ReactNode
  readonly text: ReactNode
  readonly acts?: ReactNode
  readonly inside?: boolean
}) {
  if (props.inside) {
    return (
      <div className={css.empty} data-inside>
        <div>
          <p>{props.text}</p>
          {props.acts !== undefined && <div className={css.emptyActs}>{props.acts}</div>}
        </div>
      </div>
    )
  }
  return (
    <div className={css.empty}>
      <Drawing />
      <div>
        {props.title !== undefined && <h2>{props.title}</h2>}
        <p>{props.text}</p>
        {props.acts !== undefined && <div className={css.emptyActs}>{props.acts}</div>}
      </div>
    </div>
  )
}
