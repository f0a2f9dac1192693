/** The ranking, how each number came about, and what it would be otherwise. */
import { Button, Select, Switch } from '@mantine/core'
import { IconAward, IconFileText, IconScale } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import type { EntryId } from '#shared/model/ids.ts'
import type { WhatIf } from '#shared/rules/jury-result.ts'
import { goDocument, places } from '../../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../../app/text.ts'
import { ChatText } from '../../../chat/chat-text.tsx'
import { KeepMenu, KeptNote } from '../../../lab/kept-file.tsx'
import { useLab } from '../../../lab/lab-context.tsx'
import { useKeep } from '../../../lab/use-keep.ts'
import { EmptyState, Panel, StatusChip } from '../../../parts/index.ts'
import { SetUpFirst } from '../set-up-first.tsx'
import type { OpenedConvention } from '../use-convention.ts'
import { Calculation } from './calculation.tsx'
import { rankingSheets, winnersText } from './export.ts'
import { rankLines } from './rank-lines.ts'
import { Ranking } from './ranking.tsx'
import css from './results.module.css'
import { Undecided } from './undecided.tsx'
import { isOtherwise, WhatIfPanel } from './what-if-panel.tsx'

const asItIs: WhatIf = {}

export function ResultsTab({ open }: { readonly open: OpenedConvention }) {
  const t = useText()
  const { convention } = open
  const [provisional, setProvisional] = useState(false)
  const [category, setCategory] = useState('')
  const [side, setSide] = useState<EntryId | 'what-if' | null>(null)
  const [whatIf, setWhatIf] = useState<WhatIf>(asItIs)
  // Typing in the panel goes first; the table follows.
  const later = useDeferredValue(whatIf)
  const otherwise = isOtherwise(later)
  const base = useMemo(() => (provisional ? open.resultWith({ provisional }) : open.result), [open, provisional])
  const result = useMemo(
    () => (otherwise ? open.resultWith({ provisional, whatIf: later }) : base),
    [open, base, otherwise, provisional, later],
  )
  const lines = useMemo(
    () => rankLines({ convention, result, category, before: otherwise ? base : null }),
    [convention, result, category, otherwise, base],
  )
  if (convention.entries.length === 0 || open.result.of === 0)
    return <EmptyState title={t('juryResults.noResult')} text={t('juryResults.noResultDo')} acts={<SetUpFirst open={open} />} />
  return (
    <div className={css.tab}>
      <Acts open={open} {...{ provisional, setProvisional, category, setCategory, otherwise, side, setSide }} />
      {!otherwise && <Undecided open={open} result={base} />}
      <div className={css.columns} data-side={side !== null || undefined}>
        <Panel
          title={t(otherwise ? 'juryResults.rankingOtherwise' : provisional ? 'juryResults.rankingProvisional' : 'juryResults.ranking')}
          note={t('juryResults.doneOf', { n: base.done, of: base.of })}
          side={
            <>
              {provisional && <StatusChip tone="warn">{t('juryResults.provisional')}</StatusChip>}
              {otherwise && <StatusChip tone="act">{t('juryResults.otherwise')}</StatusChip>}
            </>
          }
        >
          {base.done === 0 && !provisional ? (
            <EmptyState inside text={t('juryResults.nothingLocked')} />
          ) : (
            <Ranking {...{ convention, lines, otherwise }} chosen={side === 'what-if' ? null : side} onChoose={setSide} />
          )}
        </Panel>
        {side === 'what-if' && <WhatIfPanel convention={convention} whatIf={whatIf} onChange={setWhatIf} onClose={() => setSide(null)} />}
        {side !== null && side !== 'what-if' && <Calculation {...{ convention, result }} entry={side} onClose={() => setSide(null)} />}
      </div>
    </div>
  )
}

type ActsProps = {
  readonly open: OpenedConvention
  readonly provisional: boolean
  readonly setProvisional: (on: boolean) => void
  readonly category: string
  readonly setCategory: (category: string) => void
  readonly otherwise: boolean
  readonly side: EntryId | 'what-if' | null
  readonly setSide: (side: 'what-if' | null) => void
}

function Acts(props: ActsProps) {
  const { open, provisional, setProvisional, category, setCategory, otherwise, side, setSide } = props
  const t = useText()
  const both = useBoth()
  const language = useLanguage()
  const client = useLab()
  const keep = useKeep()
  const { convention, lab } = open
  const about = { convention, provisional, language, t, both }
  const write = (format: 'xlsx' | 'csv'): void => {
    const result = open.resultWith({ provisional })
    const sheets = rankingSheets(result, about)
    const [whole] = sheets
    const name = t('juryResults.fileName', { name: convention.name })
    if (whole !== undefined) keep.run(() => client.table.write({ name, format, sheets: format === 'csv' ? [whole] : sheets }))
  }
  // Texts and files tell the real ranking, also while another is looked at.
  const realLines = () => rankLines({ convention, result: open.resultWith({ provisional }), category, before: null })
  const categories = convention.categories.map(({ key, label }) => ({ value: key, label }))
  return (
    <>
      <div className={css.acts}>
        {categories.length > 0 && (
          <Select
            aria-label={t('juryResults.category')}
            data={[{ value: '', label: t('juryResults.everyCategory') }, ...categories]}
            value={category}
            allowDeselect={false}
            onChange={(value) => setCategory(value ?? '')}
          />
        )}
        <Switch
          label={t('juryResults.withDrafts')}
          checked={provisional}
          onChange={(event) => setProvisional(event.currentTarget.checked)}
        />
        <span className={css.ends}>
          <Button
            variant={side === 'what-if' ? 'light' : 'default'}
            aria-pressed={side === 'what-if'}
            onClick={() => setSide(side === 'what-if' ? null : 'what-if')}
            leftSection={<IconScale size={16} stroke={1.75} aria-hidden />}
          >
            {t('juryResults.whatIf')}
          </Button>
          <ChatText label={t('juryResults.winnersText')} make={() => winnersText(realLines(), { ...about, category })} />
          <KeepMenu label={t('juryResults.keep')} busy={keep.busy} onKeep={write} />
          <Button
            component="a"
            href={places.rewards(lab)}
            variant="default"
            leftSection={<IconAward size={16} stroke={1.75} aria-hidden />}
          >
            {t('juryResults.toRewards')}
          </Button>
          <Button
            component="a"
            href={places.documents(lab)}
            leftSection={<IconFileText size={16} stroke={1.75} aria-hidden />}
            onClick={(event) => {
              event.preventDefault()
              goDocument(places.documents(lab), 'berita-acara-penilaian', { convention: convention.id })
            }}
          >
            {t('juryResults.toDocuments')}
          </Button>
        </span>
      </div>
      {otherwise && <p className={css.quiet}>{t('juryResults.otherwiseNote')}</p>}
      <KeptNote keep={keep} />
    </>
  )
}
