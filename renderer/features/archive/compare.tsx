/** Two to five labs side by side: jilid after jilid of one region, or one region beside another. */
import { Button } from '@mantine/core'
import { IconArrowLeft } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { stageOfMilestone } from '#shared/rules/milestones.ts'
import { lanColumns } from '#shared/rules/monitoring.ts'
import { formatNumber, formatPercent } from '#shared/rules/numbers.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { usePacks } from '../../lab/lab-context.tsx'
import { Panel, stageColors } from '../../parts/index.ts'
import css from './archive.module.css'
import { type ArchiveRow, inOrder, shareOf } from './archive-list.ts'
import { stageLabelOf } from './stage-label.ts'

export function Compare({ rows, onBack }: { readonly rows: readonly ArchiveRow[]; readonly onBack: () => void }) {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const labs = [...rows].sort(inOrder)
  const line = (label: string, of: (row: ArchiveRow) => ReactNode) => (
    <tr key={label}>
      <th scope="row">{label}</th>
      {labs.map((row) => (
        <td key={row.card.id}>{of(row)}</td>
      ))}
    </tr>
  )
  const perUnit = ({ card }: ArchiveRow) =>
    card.units === 0 ? '–' : formatNumber(card.innovations / card.units, language, { decimals: 2 })
  return (
    <Panel
      side={
        <Button variant="default" size="xs" leftSection={<IconArrowLeft size={16} stroke={1.75} aria-hidden />} onClick={onBack}>
          {t('archive.back')}
        </Button>
      }
      title={t('archive.sideBySide')}
      note={t('archive.count', { n: labs.length })}
    >
      <div className={css.scroll}>
        <table className={css.compare}>
          <thead>
            <tr>
              <td />
              {labs.map(({ card, name }) => (
                <th key={card.id} scope="col">
                  <a href={places.lab(card.id)}>{name}</a>
                  <small>{t('app.labYear', { jilid: card.jilid, year: card.year })}</small>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {line(t('archive.method'), ({ method }) => method)}
            {line(t('archive.stage'), ({ card }) => stageLabelOf(packs, card, language))}
            {line(t('archive.units'), ({ card }) => card.units)}
            {line(t('archive.people'), ({ card }) => card.people)}
            {line(t('archive.innovations'), ({ card }) => card.innovations)}
            {line(t('archive.perUnit'), perUnit)}
          </tbody>
          <tbody>
            <tr>
              <th scope="rowgroup" colSpan={labs.length + 1} className={css.group}>
                {t('archive.reached')}
              </th>
            </tr>
            {lanColumns.map((column) => line(t(`monitor.lan_${column}`), (row) => <Part row={row} column={column} />))}
          </tbody>
        </table>
      </div>
      <p className={css.quiet}>{t('archive.shareRule')}</p>
    </Panel>
  )
}

function Part({ row, column }: { readonly row: ArchiveRow; readonly column: (typeof lanColumns)[number] }) {
  const language = useLanguage()
  const { n, share } = shareOf(row, column)
  return (
    <div className={css.part} style={stageColors(stageOfMilestone(column))}>
      <span>
        <b>{n}</b>
        {share !== null && <small>{formatPercent(share * 100, language, 0)}</small>}
      </span>
      <i aria-hidden>
        <i style={{ width: `${(share ?? 0) * 100}%` }} />
      </i>
    </div>
  )
}
