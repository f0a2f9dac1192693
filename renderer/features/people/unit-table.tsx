import { IconAlertTriangle, IconBulbOff } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import type * as Y from 'yjs'
import { putUnit } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Unit, type UnitKind, unitKinds } from '#shared/model/lab.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { noPeople, peopleByUnit, thinTeams, type UnitPeople, unitFlag } from '#shared/rules/people-flags.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { ChoiceCell, NipCell, type Options, RemoveCell, TextCell } from './cell.tsx'
import { dropUnit } from './edits.ts'
import { useNear } from './near.ts'
import css from './people.module.css'
import { matcher, rememberTexts } from './search.ts'

type Props = {
  readonly words: string
  /** Only units with a single participant or a thin team. */
  readonly toAdd: boolean
  /** Shows position and NIP of the heads as well. */
  readonly nip: boolean
}

const noTeams: readonly InnovationSummary[] = []

export function UnitTable({ words, toAdd, nip }: Props) {
  const t = useText()
  const { id, lab, doc, readOnly } = useOpenLab()
  const overview = useOverview(id)
  const people = useMemo(() => peopleByUnit(lab.people), [lab.people])
  const innovations = overview.state === 'ready' ? overview.value.innovations : null
  const served = useMemo(
    () => (innovations === null ? null : new Set(innovations.filter((one) => !one.archived).map((one) => one.unit))),
    [innovations],
  )
  const thin = useMemo(() => Map.groupBy(thinTeams(innovations ?? []), ({ unit }) => unit), [innovations])
  const kindWords = useMemo((): Options => unitKinds.map((kind) => [kind, t(`people.unit_${kind}`)]), [t])
  const textOf = useMemo(() => rememberTexts((unit: Unit) => [unit.name, unit.short, unit.head, t(`people.unit_${unit.kind}`)]), [t])
  if (lab.units.length === 0) return <EmptyState inside text={t('people.emptyUnits')} />
  const matches = matcher(words)
  const shown = lab.units.filter(
    (unit) => matches(textOf(unit)) && (!toAdd || unitFlag(people.get(unit.id) ?? noPeople) === 'one' || thin.has(unit.id)),
  )
  if (shown.length === 0) return <EmptyState inside text={toAdd ? t('people.noneToAdd') : t('people.noneFound', { words })} />
  return (
    <div className={css.wide}>
      <table className={css.table} data-of="units" data-nip={nip || undefined}>
        <thead>
          <tr>
            <th scope="col">{t('people.unit')}</th>
            <th scope="col">{t('people.short')}</th>
            <th scope="col">{t('people.kind')}</th>
            <th scope="col">{t('people.head')}</th>
            {nip && <th scope="col">{t('people.headPosition')}</th>}
            {nip && <th scope="col">{t('people.headNip')}</th>}
            <th scope="col" className={css.count}>
              {t('people.sent')}
            </th>
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((unit) => (
            <Row
              key={unit.id}
              lab={id}
              doc={doc}
              unit={unit}
              kindWords={kindWords}
              people={people.get(unit.id)?.people ?? 0}
              participants={people.get(unit.id)?.participants ?? 0}
              served={served === null || served.has(unit.id)}
              thin={thin.get(unit.id) ?? noTeams}
              readOnly={readOnly}
              nip={nip}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = UnitPeople & {
  readonly lab: string
  readonly doc: Y.Doc
  readonly unit: Unit
  readonly kindWords: Options
  readonly served: boolean
  /** Innovations of the unit with fewer than two members. */
  readonly thin: readonly InnovationSummary[]
  readonly readOnly: boolean
  readonly nip: boolean
}

const Row = memo(
  function Row({ lab, doc, unit, kindWords, people, participants, served, thin, readOnly, nip }: RowProps) {
    const t = useText()
    const { ref, near } = useNear()
    const put = (patch: Partial<Omit<Unit, 'id'>>) => putUnit(doc, unit.id, patch, byPerson)
    const remove = () => notify.undoable(t('people.removed', { name: unit.name || t('people.unnamed') }), dropUnit(doc, unit))
    const all = { disabled: readOnly, still: !near }
    return (
      <tr ref={ref}>
        <td>
          <TextCell strong label={t('people.unit')} value={unit.name} {...all} write={(name) => put({ name })} />
          <Marks lab={lab} people={people} participants={participants} served={served} thin={thin} />
        </td>
        <td>
          <TextCell label={t('people.short')} value={unit.short} {...all} write={(short) => put({ short })} />
        </td>
        <td>
          <ChoiceCell
            label={t('people.kind')}
            value={unit.kind}
            {...all}
            options={kindWords}
            write={(kind) => put({ kind: kind as UnitKind /* one of the options */ })}
          />
        </td>
        <td>
          <TextCell label={t('people.head')} value={unit.head} {...all} write={(head) => put({ head })} />
        </td>
        {nip && (
          <td>
            <TextCell label={t('people.headPosition')} value={unit.headPosition} {...all} write={(headPosition) => put({ headPosition })} />
          </td>
        )}
        {nip && (
          <td>
            <NipCell label={t('people.headNip')} value={unit.headNip} {...all} write={(headNip) => put({ headNip })} />
          </td>
        )}
        <td className={css.count} data-label={t('people.sent')}>
          {people}
        </td>
        <td className={css.last}>{!readOnly && near && <RemoveCell name={unit.name} onRemove={remove} />}</td>
      </tr>
    )
  },
  // The list of teams is made anew with every count; what is in it decides.
  (a, b) =>
    a.thin.length === b.thin.length &&
    a.thin.every((one, at) => one === b.thin[at]) &&
    (Object.keys(b) as (keyof RowProps)[]) // its own keys
      .every((key) => key === 'thin' || a[key] === b[key]),
)

/** More of them are behind the number above the list. */
const mostTeams = 2

function Marks({ lab, people, participants, served, thin }: UnitPeople & Pick<RowProps, 'lab' | 'served' | 'thin'>) {
  const t = useText()
  const flag = unitFlag({ people, participants })
  if (flag === null && served && thin.length === 0) return null
  return (
    <div className={css.marks}>
      {flag === 'nobody' && <StatusChip>{t('people.nobody')}</StatusChip>}
      {flag === 'one' && (
        <span title={t('people.onePersonWhy')}>
          <StatusChip tone="warn" icon={IconAlertTriangle}>
            {t(people > 1 ? 'people.oneOf' : 'people.onePerson', { n: people })}
          </StatusChip>
        </span>
      )}
      {!served && (
        <StatusChip tone="warn" icon={IconBulbOff}>
          {t('people.noInnovation')}
        </StatusChip>
      )}
      {thin.slice(0, mostTeams).map(({ id, name, members }) => (
        <a key={id} href={places.innovation(lab, id)} title={t('people.teamWhy')} className={css.team}>
          <StatusChip tone="warn" icon={IconAlertTriangle}>
            {t('people.thinTeam', { name, n: members })}
          </StatusChip>
        </a>
      ))}
      {thin.length > mostTeams && <span>+{thin.length - mostTeams}</span>}
    </div>
  )
}
