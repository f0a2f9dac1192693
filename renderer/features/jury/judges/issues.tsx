/** What is wrong with who judges what, gathered so that a hundred entries without a panel are one line. */
import { IconCircleCheck } from '@tabler/icons-react'
import { useText } from '../../../app/text.ts'
import { Panel } from '../../../parts/index.ts'
import css from '../jury.module.css'
import type { OpenedConvention } from '../use-convention.ts'
import { useIssueLines } from './issue-lines.ts'

export function Issues({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const lines = useIssueLines(open.convention)
  const { entries, judges } = open.convention
  return (
    <Panel title={t('jurors.issues')}>
      {entries.length === 0 || judges.length === 0 ? (
        <p className={css.quiet}>{t('jurors.nothingToCheck')}</p>
      ) : lines.length === 0 ? (
        <p className={css.row}>
          <IconCircleCheck size={18} stroke={1.75} color="var(--lb-ok)" aria-hidden />
          {t('jurors.noIssues')}
        </p>
      ) : (
        <ul className={css.list}>
          {lines.map(({ key, text, names }) => (
            <li key={key}>
              <span className={css.grow}>
                {text}
                <small>{names}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  )
}
