/** The team: two people at least, so that the innovation outlives a transfer. */
import { ActionIcon, Button, TextInput } from '@mantine/core'
import { IconAlertTriangle, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { useText } from '../../app/text.ts'
import { Panel, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import style from './innovation.module.css'
import { useInnovation } from './innovation-context.tsx'

/** Product rule: fewer than this is warned about, never refused. */
const enough = 2

export function MembersPanel() {
  const { value, readOnly, act, write } = useInnovation()
  const t = useText()
  const [name, setName] = useState('')
  const [position, setPosition] = useState('')
  const { members } = value
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
        members.length < enough ? (
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
          <TextInput
            aria-label={t('innovation.memberName')}
            placeholder={t('innovation.memberName')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
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
