import { IconAlertTriangle, IconBulbOff } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import type * as Y from 'yjs'
import { putUnit } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Unit, type UnitKind, unitKinds } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { ChoiceCell, type Options, RemoveCell, TextCell } from './cell.tsx'
import { dropUnit } from './edits.ts'
import { useNear } from './near.ts'
import css from './people.module.css'

export function UnitTable({ words }: { readonly words: string }) {
  const t = useText()
  const { id, lab, doc, readOnly } = useOpenLab()
  const overview = useOverview(id)
  const people = useMemo(() => countBy(lab.people.map((person) => person.unit)), [lab.people])
  const served = useMemo(
    () => (overview.state === 'ready' ? countBy(overview.value.innovations.filter((one) => !one.archived).map((one) => one.unit)) : null),
    [overview],
  )
  const kindWords = useMemo((): Options => unitKinds.map((kind) => [kind, t(`people.unit_${kind}`)]), [t])
  if (lab.units.length === 0) return <EmptyState inside text={t('people.emptyUnits')} />
  const shown = lab.units.filter((unit) => `${unit.name} ${unit.short}`.toLocaleLowerCase('id').includes(words))
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('people.unit')}</th>
          <th scope="col">{t('people.short')}</th>
          <th scope="col">{t('people.kind')}</th>
          <th scope="col">{t('people.head')}</th>
          <th scope="col">{t('people.sent')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((unit) => (
          <Row
            key={unit.id}
            doc={doc}
            unit={unit}
            kindWords={kindWords}
            people={people.get(unit.id) ?? 0}
            served={served === null || served.has(unit.id)}
            readOnly={readOnly}
          />
        ))}
      </tbody>
    </table>
  )
}

function countBy(ids: readonly (string | null)[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const id of ids) if (id !== null) counts.set(id, (counts.get(id) ?? 0) + 1)
  return counts
}

type RowProps = {
  readonly doc: Y.Doc
  readonly unit: Unit
  readonly kindWords: Options
  readonly people: number
  readonly served: boolean
  readonly readOnly: boolean
}

const Row = memo(function Row({ doc, unit, kindWords, people, served, readOnly }: RowProps) {
  const t = useText()
  const { ref, near } = useNear()
  const put = (patch: Partial<Omit<Unit, 'id'>>) => putUnit(doc, unit.id, patch, byPerson)
  const remove = () => notify.undoable(t('people.removed', { name: unit.name || t('people.unnamed') }), dropUnit(doc, unit))
  return (
    <tr ref={ref}>
      <td>
        <TextCell strong label={t('people.unit')} value={unit.name} disabled={readOnly} still={!near} write={(name) => put({ name })} />
      </td>
      <td>
        <TextCell label={t('people.short')} value={unit.short} disabled={readOnly} still={!near} write={(short) => put({ short })} />
      </td>
      <td>
        <ChoiceCell
          label={t('people.kind')}
          value={unit.kind}
          disabled={readOnly}
          still={!near}
          options={kindWords}
          write={(kind) => put({ kind: kind as UnitKind /* one of the options */ })}
        />
      </td>
      <td>
        <TextCell label={t('people.head')} value={unit.head} disabled={readOnly} still={!near} write={(head) => put({ head })} />
      </td>
      <td className={css.marks}>
        <span>{people}</span>
        {people === 0 && <StatusChip>{t('people.nobody')}</StatusChip>}
        {people === 1 && (
          <span title={t('people.onePersonWhy')}>
            <StatusChip tone="warn" icon={IconAlertTriangle}>
              {t('people.onePerson')}
            </StatusChip>
          </span>
        )}
        {!served && (
          <StatusChip tone="warn" icon={IconBulbOff}>
            {t('people.noInnovation')}
          </StatusChip>
        )}
      </td>
      <td className={css.last}>{!readOnly && near && <RemoveCell name={unit.name} onRemove={remove} />}</td>
    </tr>
  )
})
