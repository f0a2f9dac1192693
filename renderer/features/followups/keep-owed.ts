/** Keeps the list as a table in the output folder. */
import type { TableWanted } from '#shared/api/keeping.ts'
import type { Owed } from '#shared/rules/owed.ts'
import { useLab } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { type Keep, useKeep } from '../../lab/use-keep.ts'
import { type Words, whatIsOwed, whoOwes } from './words.ts'

type Format = TableWanted['format']

export function useKeepOwed(owed: readonly Owed[], words: Words): { readonly keep: Keep; readonly onKeep: (format: Format) => void } {
  const client = useLab()
  const { lab } = useOpenLab()
  const keep = useKeep()
  const { t } = words
  const onKeep = (format: Format): void => {
    const text = (label: string) => ({ label, format: 'text' as const })
    const day = (iso: string) => (iso === '' ? null : { date: iso })
    keep.run(() =>
      client.table.write({
        name: `${t('followups.fileName', { lab: regionName(lab, t), day: words.today })}`.slice(0, 300),
        format,
        sheets: [
          {
            name: t('followups.title'),
            columns: [
              text(t('followups.unit')),
              text(t('followups.kind')),
              text(t('followups.what')),
              text(t('followups.innovation')),
              text(t('followups.who')),
              { label: t('followups.sinceHead'), format: 'date' },
              { label: t('followups.dueHead'), format: 'date' },
              { label: t('followups.lateHead'), format: 'number' },
            ],
            rows: owed.map((one) => {
              const unit = lab.units.find(({ id }) => id === one.unit) ?? null
              return [
                unit?.name ?? '',
                t(`followups.kind_${one.kind}`),
                whatIsOwed(one, words),
                one.innovation?.name ?? '',
                whoOwes(one, unit),
                day(one.since),
                day(one.due),
                one.daysLate,
              ]
            }),
          },
        ],
      }),
    )
  }
  return { keep, onKeep }
}
