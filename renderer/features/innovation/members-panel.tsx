/** The team: two people at least, so that the innovation outlives a transfer. */
import { ActionIcon, Autocomplete, Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react'
import { useMemo, useState } from 'react'
import type { UnitId } from '#shared/model/ids.ts'
import type { Person } from '#shared/model/lab.ts'
import { enoughMembers } from '#shared/rules/people-flags.ts'
import { nameKey } from '#shared/rules/people-names.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

export function MembersPanel() {
  const { value, readOnly, act, write } = useInnovation()
  const t = useText()
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const { members } = value
  const offers = useOffers(value.unit, members)
  const change = (at: number, patch: Partial<(typeof members)[number]>): void =>
    write({ members: members.map((one, index) => (index === at ? { ...one, ...patch } : one)) })
  const remove = (at: number): void => {
    act(() => write({ members: members.filter((_, index) => index !== at) }))
    notify.undoable(t('innovation.memberGone', { name: members[at]?.name ?? '' }), () => write({ members }))
  }
  return (
    <Panel
      title={t('innovation.members')}
      note={members.length}
      side={
        members.length < enoughMembers ? (
          <StatusChip tone="warn" icon={IconAlertTriangle}>
            {t('innovation.membersFew')}
          </StatusChip>
        ) : undefined
      }
    >
      <ul className={style.members}>
        {members.map((member, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: members have no id, and a name that is being typed must not lose its field
          <li key={at}>
            <MemberField
              label={t('innovation.memberName')}
              text={member.name}
              readOnly={readOnly}
              save={(next) => (next === '' ? remove(at) : change(at, { name: next }))}
            />
            <MemberField
              label={t('innovation.memberPosition')}
              text={member.position}
              readOnly={readOnly}
              save={(next) => change(at, { position: next })}
            />
            {readOnly ? null : (
              <ActionIcon
                variant="subtle"
                color="gray"
                size={36}
                aria-label={t('innovation.removeMember', { name: member.name })}
                onClick={() => remove(at)}
              >
                <IconTrash size={16} stroke={1.75} aria-hidden />
              </ActionIcon>
            )}
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <form
          className={style.addMember}
          onSubmit={(event) => {
            event.preventDefault()
            if (name.trim() === '') return
            act(() => write({ members: [...members, { name: name.trim(), position: position.trim() }] }))
            setName('')
            setPosition('')
          }}
        >
          <Autocomplete
            aria-label={t('innovation.memberName')}
            placeholder={t('innovation.memberName')}
            value={name}
            data={offers.groups}
            limit={mostOffered}
            maxDropdownHeight={280}
            comboboxProps={{ width: 320, position: 'bottom-start' }}
            onChange={(next) => {
              // A line that is picked comes as it is shown; the name alone goes into the field.
              const person = offers.byLabel.get(next)
              setName(person?.name ?? next)
              if (person !== undefined && person.position !== '') setPosition(person.position)
            }}
          />
          <TextInput
            aria-label={t('innovation.memberPosition')}
            placeholder={t('innovation.memberPosition')}
            value={position}
            onChange={(event) => setPosition(event.currentTarget.value)}
          />
          <Button
            type="submit"
            variant="default"
            disabled={name.trim() === ''}
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
          >
            {t('innovation.addMember')}
          </Button>
        </form>
      )}
    </Panel>
  )
}

/** More than these are found faster by typing on. */
const mostOffered = 40

/** People of the lab who are not in the team yet: those of its unit first, then all others. */
function useOffers(unit: UnitId | null, members: readonly { readonly name: string }[]) {
  const t = useText()
  const { lab } = useOpenLab()
  return useMemo(() => {
    const inTeam = new Set(members.map(({ name }) => nameKey(name)))
    const units = new Map(lab.units.map((one) => [one.id, one.short || one.name]))
    const byLabel = new Map<string, Person>()
    const labelsOf = (people: readonly Person[]): string[] =>
      people.map((person) => {
        const where = person.unit === null ? '' : (units.get(person.unit) ?? '')
        const plain = [person.name, person.position, where].filter((part) => part !== '').join(', ')
        // Two people may be called the same; the list needs every line once.
        let label = plain
        for (let n = 2; byLabel.has(label); n += 1) label = `${plain} (${n})`
        byLabel.set(label, person)
        return label
      })
    const free = lab.people.filter(({ name }) => name !== '' && !inTeam.has(nameKey(name)))
    const own = labelsOf(free.filter((person) => unit !== null && person.unit === unit))
    const others = labelsOf(free.filter((person) => unit === null || person.unit !== unit))
    const groups = [
      { group: t('people.teamOfUnit', { unit: (unit === null ? undefined : units.get(unit)) ?? '' }), items: own },
      { group: t('people.teamOthers'), items: others },
    ].filter(({ items }) => items.length > 0)
    return { groups, byLabel }
  }, [lab.people, lab.units, members, unit, t])
}

/** Saved on leaving, because the whole list of members is one value. */
function MemberField({
  label,
  text,
  readOnly,
  save,
}: {
  readonly label: string
  readonly text: string
  readonly readOnly: boolean
  readonly save: (text: string) => void
}) {
  const [draft, setDraft] = useState<string | null>(null)
  return (
    <TextInput
      aria-label={label}
      placeholder={label}
      readOnly={readOnly}
      value={draft ?? text}
      onChange={(event) => setDraft(event.currentTarget.value)}
      onBlur={() => {
        if (draft !== null && draft.trim() !== text) save(draft.trim())
        setDraft(null)
      }}
      onKeyDown={(event) => event.key === 'Enter' && event.currentTarget.blur()}
    />
  )
}
