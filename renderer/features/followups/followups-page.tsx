/** What each unit owes and since when, the most overdue first. */
import { Button, TextInput } from '@mantine/core'
import { IconCalendarPlus, IconClock, IconPlus, IconSearch } from '@tabler/icons-react'
import { useDeferredValue, useMemo, useState } from 'react'
import { localDay } from '#shared/rules/dates.ts'
import { type Owed, type OwedGroup, type OwedKind, owedBy, owedGroups } from '#shared/rules/owed.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { places } from '../../app/places.ts'
import { useLanguage, useText } from '../../app/text.ts'
import { ChatText } from '../../chat/chat-text.tsx'
import { KeepMenu, KeptNote } from '../../lab/kept-file.tsx'
import { useOverview } from '../../lab/lab-context.tsx'
import { useOpenLab } from '../../lab/open-lab.tsx'
import { regionName } from '../../lab/region-name.ts'
import { useNotes } from '../../lab/use-sessions.ts'
import { EmptyState, ErrorBanner, PageTitle, Panel, Segmented, StatusChip } from '../../parts/index.ts'
import { useNow } from '../../state/clock.ts'
import { AddFollowup } from './add-followup.tsx'
import css from './followups.module.css'
import { useKeepOwed } from './keep-owed.ts'
import { OwedLine } from './owed-line.tsx'
import { reminderFor, reminderForAll } from './reminder.ts'
import { type Words, whatIsOwed, whoOwes } from './words.ts'

type By = 'unit' | 'person' | 'kind'
type Named = OwedGroup<string> & { readonly name: string }

export function FollowupsPage() {
  const t = useText()
  const language = useLanguage()
  const { id, lab, stages, readOnly } = useOpenLab()
  usePageTitle(t('followups.title'), regionName(lab, t))
  const asked = useOverview(id)
  const notes = useNotes()
  const today = localDay(new Date(useNow(60_000)).toISOString(), lab.timeZone)
  const innovations = asked.state === 'ready' ? asked.value.innovations : null
  const all = useMemo(
    () =>
      innovations === null
        ? []
        : owedBy(
            lab,
            innovations,
            notes,
            stages.map(({ def }) => def),
            today,
          ),
    [lab, innovations, notes, stages, today],
  )
  const [by, setBy] = useState<By>('unit')
  const [adding, setAdding] = useState(false)
  const [late, setLate] = useState<'all' | 'late'>('all')
  const [search, setSearch] = useState('')
  const wanted = useDeferredValue(search).trim().toLocaleLowerCase('id')
  const words: Words = useMemo(() => ({ t, language, stages, zone: lab.timeZone, today }), [t, language, stages, lab.timeZone, today])
  const units = useMemo(() => new Map(lab.units.map((unit) => [unit.id as string, unit])), [lab.units])
  const unitOf = (one: Owed) => units.get(one.unit ?? '') ?? null
  const lateCount = all.filter(({ daysLate }) => daysLate > 0).length
  const shown = all.filter(
    (one) =>
      (late === 'all' || one.daysLate > 0) &&
      (wanted === '' ||
        `${unitOf(one)?.name ?? ''} ${unitOf(one)?.short ?? ''} ${whatIsOwed(one, words)} ${whoOwes(one, unitOf(one))}`
          .toLocaleLowerCase('id')
          .includes(wanted)),
  )
  const groups: readonly Named[] = owedGroups(shown, (one) =>
    by === 'kind' ? one.kind : by === 'person' ? whoOwes(one, unitOf(one)) : (one.unit ?? ''),
  ).map((group) => ({ ...group, name: nameOf(group.of) }))
  function nameOf(key: string): string {
    if (by === 'kind') return t(`followups.kind_${key as OwedKind /* the key the group was made with */}`)
    if (by === 'person') return key === '' ? t('followups.nobody') : key
    return units.get(key)?.name ?? t('followups.noUnit')
  }
  const { keep, onKeep } = useKeepOwed(shown, words)
  const called = t('followups.labName', { region: regionName(lab, t), jilid: lab.jilid })
  if (asked.state === 'failed') return <ErrorBanner {...asked.trouble} />
  return (
    <div className={css.page}>
      <PageTitle
        title={t('followups.title')}
        lead={all.length === 0 ? undefined : t('followups.lead', { n: all.length, late: lateCount })}
        side={
          <>
            {all.length > 0 && (
              <>
                <KeepMenu label={t('followups.keep')} busy={keep.busy} onKeep={onKeep} />
                <ChatText label={t('followups.remindAll')} make={() => reminderForAll(groups, called, words)} />
              </>
            )}
            {!readOnly && !adding && (
              <Button variant="light" onClick={() => setAdding(true)} leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />}>
                {t('followups.add')}
              </Button>
            )}
          </>
        }
      />
      <KeptNote keep={keep} />
      {Object.keys(lab.deadlines).length > 0 || lab.units.length === 0 ? null : (
        <div className={css.teach}>
          <IconClock size={20} stroke={1.75} aria-hidden />
          <p>
            <b>{t('followups.noDeadlines')}</b> {t('followups.noDeadlinesText')}
          </p>
          <Button
            component="a"
            href={places.labSettings(id)}
            size="xs"
            variant="default"
            leftSection={<IconCalendarPlus size={16} stroke={1.75} aria-hidden />}
          >
            {t('followups.setDeadlines')}
          </Button>
        </div>
      )}
      {adding && !readOnly && <AddFollowup onClose={() => setAdding(false)} />}
      {innovations === null ? (
        <p className={css.quiet}>{t('app.loading')}</p>
      ) : all.length === 0 ? (
        <EmptyState
          title={t(lab.units.length === 0 ? 'followups.noneYet' : 'followups.none')}
          text={t('followups.noneText')}
          acts={
            lab.units.length === 0 && (
              <Button component="a" href={places.people(id)}>
                {t('followups.enterUnits')}
              </Button>
            )
          }
        />
      ) : (
        <Panel>
          <div className={css.tools}>
            <Segmented
              label={t('followups.show')}
              value={late}
              segments={[
                { value: 'all', label: t('followups.all', { n: all.length }) },
                { value: 'late', label: t('followups.lateN', { n: lateCount }) },
              ]}
              onChange={setLate}
            />
            <Segmented
              label={t('followups.groupBy')}
              value={by}
              segments={(['unit', 'person', 'kind'] as const).map((value) => ({ value, label: t(`followups.by_${value}`) }))}
              onChange={setBy}
            />
            <TextInput
              size="xs"
              aria-label={t('followups.search')}
              placeholder={t('followups.search')}
              leftSection={<IconSearch size={14} stroke={1.75} aria-hidden />}
              value={search}
              onChange={(event) => setSearch(event.currentTarget.value)}
            />
          </div>
          {shown.length === 0 ? <EmptyState inside text={t(wanted === '' ? 'followups.noneLate' : 'followups.noMatch')} /> : null}
          {groups.map((group) => (
            <section key={group.of} className={css.group} aria-label={group.name}>
              <div className={css.groupHead}>
                <h2>{group.name}</h2>
                <span className={css.quiet}>{t('followups.things', { n: group.owed.length })}</span>
                {group.late === 0 ? null : (
                  <StatusChip tone="bad">{t('followups.lateGroup', { n: group.late, days: group.mostLate })}</StatusChip>
                )}
                {by === 'kind' ? null : (
                  <span className={css.remind}>
                    <ChatText
                      size="xs"
                      variant="subtle"
                      label={t('followups.remind')}
                      make={() => reminderFor(group.name, by === 'unit' ? (units.get(group.of) ?? null) : null, group.owed, called, words)}
                    />
                  </span>
                )}
              </div>
              <ul>
                {group.owed.map((one) => (
                  <OwedLine key={one.id} one={one} unit={by === 'unit' ? null : unitOf(one)} words={words} />
                ))}
              </ul>
            </section>
          ))}
        </Panel>
      )}
    </div>
  )
}
