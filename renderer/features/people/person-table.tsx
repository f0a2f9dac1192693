import { memo, useMemo } from 'react'
import type * as Y from 'yjs'
import { putPerson } from '#shared/doc/lab.ts'
import { byPerson } from '#shared/doc/origins.ts'
import type { UnitId } from '#shared/model/ids.ts'
import { type Person, type Role, roles } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { EmptyState } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { ChoiceCell, type Options, RemoveCell, TextCell } from './cell.tsx'
import { dropPerson } from './edits.ts'
import { useNear } from './near.ts'
import css from './people.module.css'

export function PersonTable({ words }: { readonly words: string }) {
  const t = useText()
  const { lab, doc, readOnly } = useOpenLab()
  const units = useMemo(
    (): Options => [['', t('people.noUnit')], ...lab.units.map((unit) => [unit.id, unit.short || unit.name] as const)],
    [lab.units, t],
  )
  const roleWords = useMemo((): Options => roles.map((role) => [role, t(`people.role_${role}`)]), [t])
  if (lab.people.length === 0) return <EmptyState inside text={t('people.emptyPeople')} />
  const shown = lab.people.filter((person) => `${person.name} ${person.position}`.toLocaleLowerCase('id').includes(words))
  return (
    <table className={css.table}>
      <thead>
        <tr>
          <th scope="col">{t('people.name')}</th>
          <th scope="col">{t('people.position')}</th>
          <th scope="col">{t('people.unit')}</th>
          <th scope="col">{t('people.role')}</th>
          <th scope="col">{t('people.phone')}</th>
          <td />
        </tr>
      </thead>
      <tbody>
        {shown.map((person) => (
          <Row key={person.id} doc={doc} person={person} units={units} roleWords={roleWords} readOnly={readOnly} />
        ))}
      </tbody>
    </table>
  )
}

type RowProps = {
  readonly doc: Y.Doc
  readonly person: Person
  readonly units: Options
  readonly roleWords: Options
  readonly readOnly: boolean
}

const Row = memo(function Row({ doc, person, units, roleWords, readOnly }: RowProps) {
  const t = useText()
  const { ref, near } = useNear()
  const put = (patch: Partial<Omit<Person, 'id'>>) => putPerson(doc, person.id, patch, byPerson)
  const remove = () => notify.undoable(t('people.removed', { name: person.name || t('people.unnamed') }), dropPerson(doc, person))
  const known = units.some(([id]) => id === person.unit)
  return (
    <tr ref={ref}>
      <td>
        <TextCell strong label={t('people.name')} value={person.name} disabled={readOnly} still={!near} write={(name) => put({ name })} />
      </td>
      <td>
        <TextCell
          label={t('people.position')}
          value={person.position}
          disabled={readOnly}
          still={!near}
          write={(position) => put({ position })}
        />
      </td>
      <td>
        <ChoiceCell
          label={t('people.unit')}
          value={known ? (person.unit ?? '') : ''}
          disabled={readOnly}
          still={!near}
          options={units}
          write={(unit) => put({ unit: unit === '' ? null : (unit as UnitId) /* one of the options */ })}
        />
      </td>
      <td>
        <ChoiceCell
          label={t('people.role')}
          value={person.role}
          disabled={readOnly}
          still={!near}
          options={roleWords}
          write={(role) => put({ role: role as Role /* one of the options */ })}
        />
      </td>
      <td>
        <TextCell label={t('people.phone')} value={person.phone} disabled={readOnly} still={!near} write={(phone) => put({ phone })} />
      </td>
      <td className={css.last}>{!readOnly && near && <RemoveCell name={person.name} onRemove={remove} />}</td>
    </tr>
  )
})
