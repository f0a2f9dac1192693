import { IconAlertTriangle } from '@tabler/icons-react'
import { memo, useMemo } from 'react'
import type * as Y from 'yjs'
import { putPerson } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { UnitId } from '#shared/model/ids.ts'
import { type Person, type Role, roles } from '#shared/model/lab.ts'
import { noPeople, peopleByUnit, unitFlag } from '#shared/rules/people-flags.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { ChoiceCell, NipCell, type Options, RemoveCell, TextCell } from './cell.tsx'
import { dropPerson } from './edits.ts'
import { useNear } from './near.ts'
import css from './people.module.css'
import { matcher, rememberTexts } from './search.ts'

type Props = {
  readonly words: string
  /** Only those whose unit has nobody else to carry on. */
  readonly toAdd: boolean
  readonly nip: boolean
}

export function PersonTable({ words, toAdd, nip }: Props) {
  const t = useText()
  const { lab, doc, readOnly } = useOpenLab()
  const units = useMemo(
    (): Options => [['', t('people.noUnit')], ...lab.units.map((unit) => [unit.id, unit.short || unit.name] as const)],
    [lab.units, t],
  )
  const roleWords = useMemo((): Options => roles.map((role) => [role, t(`people.role_${role}`)]), [t])
  const textOf = useMemo(() => {
    const named = new Map<string | null, string>(lab.units.map((unit) => [unit.id, `${unit.name} ${unit.short}`]))
    return rememberTexts((person: Person) => [
      person.name,
      person.position,
      named.get(person.unit) ?? t('people.noUnit'),
      t(`people.role_${person.role}`),
      person.email,
    ])
  }, [lab.units, t])
  const counts = useMemo(() => peopleByUnit(lab.people), [lab.people])
  if (lab.people.length === 0) return <EmptyState inside text={t('people.emptyPeople')} />
  const matches = matcher(words)
  const isAlone = ({ unit, role }: Person): boolean =>
    role === 'inovator' && unit !== null && unitFlag(counts.get(unit) ?? noPeople) === 'one'
  const shown = lab.people.filter((person) => (words === '' || matches(textOf(person))) && (!toAdd || isAlone(person)))
  if (shown.length === 0) return <EmptyState inside text={toAdd ? t('people.noneToAdd') : t('people.noneFound', { words })} />
  return (
    <div className={css.wide}>
      <table className={css.table} data-of="people" data-nip={nip || undefined}>
        <thead>
          <tr>
            <th scope="col">{t('people.name')}</th>
            <th scope="col">{t('people.position')}</th>
            <th scope="col">{t('people.unit')}</th>
            <th scope="col">{t('people.role')}</th>
            <th scope="col">{t('people.phone')}</th>
            <th scope="col">{t('people.email')}</th>
            {nip && <th scope="col">{t('people.nip')}</th>}
            <td />
          </tr>
        </thead>
        <tbody>
          {shown.map((person) => (
            <Row
              key={person.id}
              doc={doc}
              person={person}
              units={units}
              roleWords={roleWords}
              readOnly={readOnly}
              nip={nip}
              alone={toAdd}
            />
          ))}
        </tbody>
      </table>
    </div>
  )
}

type RowProps = {
  readonly doc: Y.Doc
  readonly person: Person
  readonly units: Options
  readonly roleWords: Options
  readonly readOnly: boolean
  readonly nip: boolean
  readonly alone: boolean
}

const Row = memo(function Row({ doc, person, units, roleWords, readOnly, nip, alone }: RowProps) {
  const t = useText()
  const { ref, near } = useNear()
  const put = (patch: Partial<Omit<Person, 'id'>>) => putPerson(doc, person.id, patch, byPerson)
  const remove = () => notify.undoable(t('people.removed', { name: person.name || t('people.unnamed') }), dropPerson(doc, person))
  const known = units.some(([id]) => id === person.unit)
  const all = { disabled: readOnly, still: !near }
  return (
    <tr ref={ref}>
      <td>
        <TextCell strong label={t('people.name')} value={person.name} {...all} write={(name) => put({ name })} />
        {alone && (
          <span className={css.alone} title={t('people.onePersonWhy')}>
            <StatusChip tone="warn" icon={IconAlertTriangle}>
              {t('people.alone')}
            </StatusChip>
          </span>
        )}
      </td>
      <td>
        <TextCell label={t('people.position')} value={person.position} {...all} write={(position) => put({ position })} />
      </td>
      <td>
        <ChoiceCell
          label={t('people.unit')}
          value={known ? (person.unit ?? '') : ''}
          {...all}
          options={units}
          write={(unit) => put({ unit: unit === '' ? null : (unit as UnitId) /* one of the options */ })}
        />
      </td>
      <td>
        <ChoiceCell
          label={t('people.role')}
          value={person.role}
          {...all}
          options={roleWords}
          write={(role) => put({ role: role as Role /* one of the options */ })}
        />
      </td>
      <td>
        <TextCell label={t('people.phone')} value={person.phone} {...all} write={(phone) => put({ phone })} />
      </td>
      <td>
        <TextCell label={t('people.email')} value={person.email} {...all} write={(email) => put({ email })} />
      </td>
      {nip && (
        <td>
          <NipCell label={t('people.nip')} value={person.nip} {...all} write={(next) => put({ nip: next })} />
        </td>
      )}
      <td className={css.last}>{!readOnly && near && <RemoveCell name={person.name} onRemove={remove} />}</td>
    </tr>
  )
})
