/** Left: the documents that can be made here, and in the lab the way to those of each innovation. */
import { Button, NativeSelect, TextInput } from '@mantine/core'
import { IconArrowLeft, IconSearch, IconStack2 } from '@tabler/icons-react'
import { Fragment, type ReactNode, useState } from 'react'
import type { DocumentList as Listed } from '#shared/api/documents.ts'
import type { LabId } from '#shared/model/ids.ts'
import type { InnovationSummary } from '#shared/model/summary.ts'
import { places } from '../../app/places.ts'
import { useText } from '../../app/text.ts'
import type { Asked } from '../../lab/lab-context.tsx'
import { ErrorBanner } from '../../parts/index.ts'
import { EntryLine } from './entry-line.tsx'
import { InnovationLinks } from './innovation-links.tsx'
import { LabGroups } from './lab-groups.tsx'
import { type Line, useLines } from './lines.ts'
import css from './list.module.css'
import { type Chosen, keyOf } from './selection.ts'

type Props = {
  readonly lab: LabId
  /** The innovation whose documents these are; absent for those of the lab. */
  readonly innovation: InnovationSummary | undefined
  /** Null while they are being read. */
  readonly innovations: readonly InnovationSummary[] | null
  readonly list: Asked<Listed>
  readonly chosen: Chosen | null
  readonly choose: (chosen: Chosen) => void
  /** Null where nobody may print many. */
  readonly printMany: (() => void) | null
  /** Null where nobody may save many. */
  readonly saveAll: ((lines: readonly Line[]) => void) | null
}

export function DocumentList({ lab, innovation, innovations, list, chosen, choose, printMany, saveAll }: Props) {
  const t = useText()
  return (
    <section className={css.list} aria-label={t('documents.list')}>
      <div className={css.head}>
        <h1>{t('documents.title')}</h1>
        {printMany !== null && (
          <Button
            variant="default"
            size="xs"
            disabled={list.state !== 'ready'}
            leftSection={<IconStack2 size={17} stroke={1.75} aria-hidden />}
            onClick={printMany}
          >
            {t('documents.batch')}
          </Button>
        )}
      </div>
      {innovation !== undefined && (
        <a className={css.up} href={places.documents(lab)}>
          <IconArrowLeft size={16} stroke={1.75} aria-hidden />
          {t('documents.toLab')}
        </a>
      )}
      {list.state === 'failed' && (
        <ErrorBanner
          what={list.trouble.what}
          safe={list.trouble.safe}
          todo={list.trouble.todo}
          detail={list.trouble.detail}
          acts={
            <button type="button" className={css.plain} onClick={list.again}>
              {t('documents.again')}
            </button>
          }
        />
      )}
      {innovation === undefined ? (
        <LabList lab={lab} innovations={innovations} list={list} chosen={chosen} choose={choose} saveAll={saveAll} />
      ) : (
        <OfInnovation innovation={innovation} list={list} chosen={chosen} choose={choose} />
      )}
    </section>
  )
}

type Inner = Pick<Props, 'list' | 'chosen' | 'choose'>

function OfInnovation({ innovation, list, chosen, choose }: Inner & { readonly innovation: InnovationSummary }) {
  const t = useText()
  const lines = useLines()
  if (list.state !== 'ready') return null
  const title = t('documents.ofInnovation', { name: innovation.name })
  const groups = [
    { title, lines: list.value.entries.filter(({ state }) => state !== 'belum_diisi').map(lines.of) },
    { title: t('documents.groupEmpty'), lines: list.value.entries.filter(({ state }) => state === 'belum_diisi').map(lines.of) },
  ].filter((group) => group.lines.length > 0)
  return (
    <>
      <PhoneChoice groups={groups} chosen={chosen} choose={choose} />
      {groups.map((group) => (
        <Fragment key={group.title}>
          <h2>{group.title}</h2>
          <Entries>
            {group.lines.map((line) => (
              <EntryLine key={line.key} line={line} current={isChosen(line, chosen)} choose={() => choose(line.chosen)} />
            ))}
          </Entries>
        </Fragment>
      ))}
    </>
  )
}

/** Whether a line stands for the chosen document; of a kind of many innovations any of them does. */
const isChosen = (line: Line, chosen: Chosen | null): boolean => chosen !== null && (line.key === keyOf(chosen) || line.key === chosen.kind)

/** @param found by words; on a phone only those are listed, the others are in one field */
export const Entries = ({ found = false, children }: { readonly found?: boolean; readonly children: ReactNode }) => (
  <ul className={css.entries} data-found={found || undefined}>
    {children}
  </ul>
)

type Group = { readonly title: string; readonly lines: readonly Line[] }

/** On a phone everything is one field above the pages. */
function PhoneChoice({ groups, chosen, choose }: { readonly groups: readonly Group[] } & Pick<Inner, 'chosen' | 'choose'>) {
  const t = useText()
  const all = groups.flatMap(({ lines }) => lines)
  const now = all.find((line) => isChosen(line, chosen))
  return (
    <NativeSelect
      className={css.choice ?? ''}
      aria-label={t('documents.list')}
      value={now?.key ?? ''}
      onChange={({ currentTarget }) => {
        const next = all.find(({ key }) => key === currentTarget.value)
        if (next !== undefined) choose(next.chosen)
      }}
      data={groups
        .filter(({ lines }) => lines.length > 0)
        .map(({ title, lines }) => ({
          group: title,
          items: lines.map((line) => ({
            value: line.key,
            label: `${[line.title, line.about].filter((part) => part !== '').join(', ')} (${line.chip.text})`,
          })),
        }))}
    />
  )
}

function LabList({ lab, innovations, list, chosen, choose, saveAll }: Inner & Pick<Props, 'lab' | 'innovations' | 'saveAll'>) {
  const t = useText()
  const lines = useLines()
  const [words, setWords] = useState('')
  const sought = words.trim().toLocaleLowerCase('id')
  const open = innovations?.filter(({ archived }) => !archived) ?? []
  const shownOne = chosen?.innovation ?? [...open].sort((a, b) => a.name.localeCompare(b.name, 'id'))[0]?.id
  const entries = list.state === 'ready' ? list.value.entries.map(lines.of) : []
  const many = list.state === 'ready' && open.length > 0 ? list.value.ofInnovations.map((counts) => lines.ofMany(counts, shownOne)) : []
  const scoped = (scope: string): readonly Line[] => entries.filter(({ def }) => def?.scope === scope)
  return (
    <>
      <TextInput
        className={css.search ?? ''}
        type="search"
        aria-label={t('documents.find')}
        placeholder={t('documents.find')}
        leftSection={<IconSearch size={16} stroke={1.75} aria-hidden />}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <PhoneChoice
        groups={[
          { title: t('documents.groupSession'), lines: scoped('session') },
          { title: t('documents.groupStage'), lines: scoped('stage') },
          { title: t('documents.groupLab'), lines: scoped('lab') },
          { title: t('documents.groupInnovation'), lines: many },
          { title: t('documents.groupConvention'), lines: scoped('convention') },
          { title: t('documents.groupReward'), lines: scoped('reward') },
        ]}
        chosen={chosen}
        choose={choose}
      />
      {sought === '' ? (
        <LabGroups
          entries={entries}
          many={many}
          chosen={chosen}
          choose={choose}
          isCurrent={(line) => isChosen(line, chosen)}
          saveAll={saveAll}
        />
      ) : (
        <Found sought={sought} all={[...many, ...entries]} chosen={chosen} choose={choose} />
      )}
      {innovations !== null && <InnovationLinks lab={lab} innovations={open} sought={sought} />}
    </>
  )
}

/** More than this nobody reads; one word more finds fewer. */
const mostFound = 60

function Found({
  sought,
  all,
  chosen,
  choose,
}: Pick<Inner, 'chosen' | 'choose'> & { readonly sought: string; readonly all: readonly Line[] }) {
  const t = useText()
  const parts = sought.split(/\s+/)
  const found = all.filter(({ title, about }) => {
    const text = `${title} ${about}`.toLocaleLowerCase('id')
    return parts.every((part) => text.includes(part))
  })
  return (
    <>
      <p className={css.hidden} role="status">
        {t('documents.foundEntries', { n: found.length })}
      </p>
      <Entries found>
        {found.slice(0, mostFound).map((line) => (
          <EntryLine key={line.key} line={line} withAbout current={isChosen(line, chosen)} choose={() => choose(line.chosen)} />
        ))}
      </Entries>
      {found.length > mostFound && <p className={css.lead}>{t('documents.moreFound', { n: found.length - mostFound })}</p>}
    </>
  )
}
