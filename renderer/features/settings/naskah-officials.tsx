/** Who signs for the lab, in the order in which they are offered when something is printed (domain.md 5.5). */
import { ActionIcon, Button, Select } from '@mantine/core'
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react'
import { useState } from 'react'
import { putOfficial, removeOfficial } from '#shared/doc/officials.ts'
import { keyAfterLast, keyBetween } from '#shared/doc/order.ts'
import { byPerson } from '#shared/doc/origins.ts'
import { type Delegation, delegations, type Pejabat } from '#shared/model/evidence.ts'
import type { Lab } from '#shared/model/lab.ts'
import { useText } from '../../app/text.ts'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { Panel } from '../../parts/index.ts'
import { newId } from '../../state/fresh.ts'
import { notify } from '../../state/notify.ts'
import { Line } from './lab-fields.tsx'
import css from './naskah.module.css'

type Filled = Omit<Pejabat, 'id' | 'order'>
const blank: Filled = { name: '', position: '', rank: '', nip: '', delegation: '', onBehalfOf: '' }

export function OfficialsPanel() {
  const t = useText()
  const { lab, readOnly } = useOpenLab()
  const { officials } = lab
  const acts = useActs()
  return (
    <Panel title={t('naskah.officials')} note={officials.length === 0 ? undefined : officials.length}>
      {officials.length === 0 ? (
        <p className={css.soft}>{t('naskah.officialsNone')}</p>
      ) : (
        <ol className={css.officials}>
          {officials.map((one, at) => (
            <OfficialRow key={one.id} one={one} at={at} last={at === officials.length - 1} acts={acts} />
          ))}
        </ol>
      )}
      {!readOnly && (
        <div className={css.adding}>
          <Button
            variant="default"
            size="sm"
            leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}
            onClick={() => acts.add(blank)}
          >
            {t('naskah.add')}
          </Button>
          <TakeFromLab onTake={acts.add} />
        </div>
      )}
    </Panel>
  )
}

type Acts = ReturnType<typeof useActs>

function useActs() {
  const t = useText()
  const { lab, doc } = useOpenLab()
  const { officials } = lab
  /** The one that was added last, which opens to be filled in. */
  const [fresh, setFresh] = useState('')
  const called = (name: string) => name.trim() || t('naskah.unnamed')
  return {
    fresh,
    called,
    add: (official: Filled) => {
      const id = newId<'pejabat'>()
      putOfficial(doc, id, { ...official, order: keyAfterLast(officials) }, byPerson)
      setFresh(id)
      if (official.name !== '') {
        notify.undoable(t('naskah.officialAdded', { name: official.name }), () => removeOfficial(doc, id, byPerson))
      }
    },
    remove: ({ id, ...rest }: Pejabat) => {
      removeOfficial(doc, id, byPerson)
      notify.undoable(t('naskah.removed', { name: called(rest.name) }), () => putOfficial(doc, id, rest, byPerson))
    },
    move: ({ id, order, name }: Pejabat, to: number) => {
      const others = officials.filter((one) => one.id !== id)
      putOfficial(doc, id, { order: keyBetween(others[to - 1]?.order ?? null, others[to]?.order ?? null) }, byPerson)
      notify.undoable(t('naskah.moved', { name: called(name) }), () => putOfficial(doc, id, { order }, byPerson))
    },
  }
}

function OfficialRow({ one, at, last, acts }: { readonly one: Pejabat; readonly at: number; readonly last: boolean; readonly acts: Acts }) {
  const t = useText()
  const { readOnly } = useOpenLab()
  const name = acts.called(one.name)
  const icon = { size: 16, stroke: 1.75, 'aria-hidden': true } as const
  return (
    <li>
      <details open={acts.fresh === one.id || undefined}>
        <summary>
          <b>{name}</b>
          <span>{[one.delegation, one.position].filter((part) => part !== '').join(' ')}</span>
        </summary>
        <OfficialFields one={one} />
      </details>
      {!readOnly && (
        <div className={css.acts}>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('naskah.up', { name })}
            disabled={at === 0}
            onClick={() => acts.move(one, at - 1)}
          >
            <IconArrowUp {...icon} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={t('naskah.down', { name })}
            disabled={last}
            onClick={() => acts.move(one, at + 1)}
          >
            <IconArrowDown {...icon} />
          </ActionIcon>
          <ActionIcon variant="subtle" color="gray" aria-label={t('naskah.remove', { name })} onClick={() => acts.remove(one)}>
            <IconTrash {...icon} />
          </ActionIcon>
        </div>
      )}
    </li>
  )
}

function OfficialFields({ one }: { readonly one: Pejabat }) {
  const t = useText()
  const { doc, readOnly } = useOpenLab()
  const put = (patch: Partial<Filled>) => putOfficial(doc, one.id, patch, byPerson)
  const choices = delegations.map((value) => ({ value: value || asSelf, label: value || t('naskah.asSelf') }))
  const digits = one.nip.replaceAll(/\s/gu, '')
  const odd = digits !== '' && !/^\d{18}$/u.test(digits)
  return (
    <div className={css.two}>
      <Line label={t('naskah.name')} value={one.name} write={(name) => put({ name })} />
      <Line label={t('naskah.position')} value={one.position} write={(position) => put({ position })} />
      <Line label={t('naskah.rank')} hint={t('naskah.rankHint')} value={one.rank} write={(rank) => put({ rank })} />
      <div>
        <Line label={t('naskah.nip')} value={one.nip} write={(nip) => put({ nip })} />
        {odd && (
          <p className={css.odd} role="status">
            {t('naskah.nipOdd', { n: digits.length })}
          </p>
        )}
      </div>
      <Select
        label={t('naskah.delegation')}
        data={choices}
        value={one.delegation || asSelf}
        allowDeselect={false}
        disabled={readOnly}
        onChange={(value) => value !== null && put({ delegation: delegationOf(value) })}
      />
      {(one.delegation === 'a.n.' || one.delegation === 'u.b.') && (
        <Line
          label={t('naskah.onBehalfOf')}
          hint={t('naskah.onBehalfHint')}
          value={one.onBehalfOf}
          write={(onBehalfOf) => put({ onBehalfOf })}
        />
      )}
    </div>
  )
}

/** A choice without words cannot be chosen. */
const asSelf = 'self'
const delegationOf = (value: string): Delegation => delegations.find((one) => one === value) ?? ''

/** Whoever the lab knows with a name and a position already. */
function knownIn({ units, coordinator }: Lab): readonly { readonly key: string; readonly official: Filled }[] {
  const heads = units.map(({ id, head, headPosition, headNip }) => ({
    key: id as string,
    name: head,
    position: headPosition,
    nip: headNip,
  })) // ids are strings
  const all = [{ key: 'coordinator', name: coordinator.name, position: coordinator.position, nip: coordinator.nip }, ...heads]
  return all
    .filter(({ name }) => name.trim() !== '')
    .map(({ key, name, position, nip }) => ({ key, official: { ...blank, name, position, nip } }))
}

function TakeFromLab({ onTake }: { readonly onTake: (official: Filled) => void }) {
  const t = useText()
  const { lab } = useOpenLab()
  const taken = new Set(lab.officials.map(({ name }) => name))
  const known = knownIn(lab).filter(({ official }) => !taken.has(official.name))
  if (known.length === 0) return null
  return (
    <Select
      aria-label={t('naskah.take')}
      placeholder={`${t('naskah.take')}: ${t('naskah.takeHint')}`}
      searchable
      data={known.map(({ key, official }) => ({
        value: key,
        label: [official.name, official.position].filter((part) => part !== '').join(' · '),
      }))}
      value={null}
      onChange={(value) => {
        const found = known.find(({ key }) => key === value)
        if (found !== undefined) onTake(found.official)
      }}
    />
  )
}
