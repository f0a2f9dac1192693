/** One section of two versions, side by side or in one text. */
import { Button } from '@mantine/core'
import { IconArrowBackUp, IconPhoto } from '@tabler/icons-react'
import { memo, useId, useMemo, useState } from 'react'
import type { RichNode } from '#shared/model/lab.ts'
import { formatNumber } from '#shared/rules/numbers.ts'
import { useLanguage, useText } from '../../../app/text.ts'
import { StatusChip } from '../../../parts/index.ts'
import { type ComparedField, type ComparedLine, compareSections, type TextLine } from './compare.ts'
import css from './history.module.css'
import { Marked } from './marked.tsx'

type Props = {
  readonly title: string
  readonly before: RichNode | undefined
  readonly after: RichNode | undefined
  readonly sideBySide: boolean
  /** Brings the section back; null where that changes nothing or nothing may be changed. */
  readonly restore: (() => void) | null
}

export const ComparedSection = memo(function ComparedSection({ title, before, after, sideBySide, restore }: Props) {
  const t = useText()
  const language = useLanguage()
  const id = useId()
  const [all, setAll] = useState(false)
  const { lines, added, removed, differs } = useMemo(() => compareSections(before, after), [before, after])
  const n = (value: number) => formatNumber(value, language)
  const groups = useMemo(() => grouped(lines, all), [lines, all])
  return (
    <section className={css.section} aria-labelledby={id} data-differs={differs || undefined}>
      <div className={css.sectionHead}>
        <h3 id={id}>{title}</h3>
        {differs ? (
          <StatusChip tone="act">
            {added + removed === 0 ? t('proposal.formatOnly') : t('proposal.wordsChanged', { added: n(added), removed: n(removed) })}
          </StatusChip>
        ) : (
          <StatusChip>{t('proposal.unchanged')}</StatusChip>
        )}
        {restore !== null && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={14} stroke={1.75} aria-hidden />}
            aria-label={t('proposal.restoreNamed', { title })}
            onClick={restore}
          >
            {t('proposal.restoreSection')}
          </Button>
        )}
      </div>
      {differs && (
        <div className={css.lines} data-side={sideBySide || undefined}>
          {groups.map(({ key, line, left }) =>
            line === null ? (
              <button key={key} type="button" className={css.left} onClick={() => setAll(true)}>
                {t('proposal.sameLines', { n: left })}
              </button>
            ) : (
              <Line key={key} line={line} sideBySide={sideBySide} />
            ),
          )}
        </div>
      )}
    </section>
  )
})

type Group = { readonly key: number; readonly line: ComparedLine | null; readonly left: number }

/** Lines that stayed are left out where several follow each other; the one beside a change stays, so that a reader knows where he is. */
function grouped(lines: readonly ComparedLine[], all: boolean): readonly Group[] {
  const near = (at: number): boolean => [at - 1, at, at + 1].some((one) => lines[one] !== undefined && lines[one].kind !== 'same')
  const groups: Group[] = []
  for (const [key, line] of lines.entries()) {
    const last = groups.at(-1)
    if (all || near(key)) groups.push({ key, line, left: 0 })
    else if (last?.line === null) groups[groups.length - 1] = { ...last, left: last.left + 1 }
    else groups.push({ key, line: null, left: 1 })
  }
  return groups
}

function Line({ line, sideBySide }: { readonly line: ComparedLine; readonly sideBySide: boolean }) {
  const t = useText()
  const { kind, before, after, changes } = line
  const note = kind === 'format' && <StatusChip>{t('proposal.formatChanged')}</StatusChip>
  if (!sideBySide)
    return (
      <div className={css.line} data-kind={kind}>
        <Words line={after ?? before}>
          <Marked changes={changes} />
        </Words>
        {note}
      </div>
    )
  return (
    <div className={css.pair} data-kind={kind}>
      <div className={css.line}>
        {before !== null && (
          <Words line={before}>
            <Marked changes={changes} only="before" />
          </Words>
        )}
      </div>
      <div className={css.line}>
        {after !== null && (
          <Words line={after}>
            <Marked changes={changes} only="after" />
          </Words>
        )}
        {note}
      </div>
    </div>
  )
}

function Words({ line, children }: { readonly line: TextLine | null; readonly children: React.ReactNode }) {
  const t = useText()
  if (line === null) return null
  const { look, depth, text } = line
  return (
    <p data-look={look} data-depth={Math.min(depth, 3)}>
      {look === 'picture' && <IconPhoto size={16} stroke={1.75} aria-hidden />}
      {look === 'picture' && text === '' ? t('proposal.picture') : children}
    </p>
  )
}

/** The head of the form, entry by entry. */
export function ComparedHead({ fields, restore }: { readonly fields: readonly ComparedField[]; readonly restore: (() => void) | null }) {
  const t = useText()
  const id = useId()
  return (
    <section className={css.section} aria-labelledby={id} data-differs={fields.length > 0 || undefined}>
      <div className={css.sectionHead}>
        <h3 id={id}>{t('proposal.identity')}</h3>
        {fields.length === 0 ? (
          <StatusChip>{t('proposal.unchanged')}</StatusChip>
        ) : (
          <StatusChip tone="act">{t('proposal.entriesChanged', { n: fields.length })}</StatusChip>
        )}
        {restore !== null && (
          <Button
            variant="default"
            size="compact-sm"
            leftSection={<IconArrowBackUp size={14} stroke={1.75} aria-hidden />}
            aria-label={t('proposal.restoreNamed', { title: t('proposal.identity') })}
            onClick={restore}
          >
            {t('proposal.restoreSection')}
          </Button>
        )}
      </div>
      {fields.length > 0 && (
        <dl className={css.fields}>
          {fields.map(({ key, label, changes }) => (
            <div key={key}>
              <dt>{label}</dt>
              <dd>
                <Marked changes={changes} />
              </dd>
            </div>
          ))}
        </dl>
      )}
    </section>
  )
}
