/** The packs in force, and the editing of own ones. */
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { RefusedPack } from '#shared/api/contract.ts'
import type { Pack } from '#shared/model/pack.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useText } from '../../app/text.ts'
import { useAbout, useLab, useLabData, usePacks } from '../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../lab/refusal.ts'
import { EmptyState, ErrorBanner, PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { useUnsaved } from './drafts.ts'
import css from './guides.module.css'
import { Findings } from './marks.tsx'
import { PackPage } from './pack-page.tsx'
import { arrived, findingsOf } from './saving.ts'

/** @param pack id of the one that is open, or null for the list */
export function GuidesPage({ pack }: { readonly pack: string | null }) {
  const t = useText()
  const packs = usePacks()
  const own = useStore(useLabData(), (data) => data.ownPacks)
  usePageTitle(t('guides.title'))
  if (pack === null) return <PackList />
  const open = packs.find(({ head }) => head.id === pack)
  if (open !== undefined) return <PackPage key={pack} pack={open} own={own.includes(pack)} />
  return (
    <div className={css.page}>
      <EmptyState
        title={t('guides.gone')}
        text={t('guides.goneDo')}
        acts={
          <Button component="a" href={places.guides()} variant="default">
            {t('guides.back')}
          </Button>
        }
      />
    </div>
  )
}

function PackList() {
  const t = useText()
  const packs = usePacks()
  const about = useAbout()
  const own = useStore(useLabData(), (data) => data.ownPacks)
  const taking = useTaking()
  const mine = packs.filter(({ head }) => own.includes(head.id))
  const others = packs.filter(({ head }) => !own.includes(head.id))
  const mayWrite = about?.reach === 'host' && !about.readOnly
  return (
    <div className={css.page}>
      <PageTitle
        title={t('guides.title')}
        lead={t('guides.lead')}
        side={
          mayWrite && (
            <FileButton accept=".zip" onChange={taking.take} inputProps={{ 'aria-label': t('guides.import') }}>
              {(props) => (
                <Button
                  variant="default"
                  title={t('guides.importHint')}
                  leftSection={<IconFileImport size={18} stroke={1.75} aria-hidden />}
                  {...props}
                >
                  {t('guides.import')}
                </Button>
              )}
            </FileButton>
          )
        }
      />
      <div className={css.stack}>
        {taking.trouble !== null && <ErrorBanner {...taking.trouble} />}
        {taking.findings.length > 0 && (
          <ErrorBanner what={t('guides.notTaken')} safe={t('guides.notTakenSafe')} todo={<Findings findings={taking.findings} />} />
        )}
        <Refused mayWrite={mayWrite} />
        <Panel title={t('guides.own')} note={t('guides.ownNote')}>
          {mine.length === 0 ? (
            <EmptyState inside text={t('guides.ownNone')} />
          ) : (
            <ul className={css.list}>
              {mine.map((pack) => (
                <Line key={pack.head.id} pack={pack} own={mayWrite} />
              ))}
            </ul>
          )}
        </Panel>
        <Panel title={t('guides.shipped')} note={t('guides.shippedNote')}>
          <ul className={css.list}>
            {others.map((pack) => (
              <Line key={pack.head.id} pack={pack} own={false} />
            ))}
          </ul>
        </Panel>
      </div>
    </div>
  )
}

function Line({ pack, own }: { readonly pack: Pack; readonly own: boolean }) {
  const t = useText()
  const say = useBoth()
  const { head, method } = pack
  const unsaved = useUnsaved(head.id)
  const holds = (['forms', 'indicators', 'documents', 'rubrics', 'canvases'] as const)
    .filter((kind) => pack[kind].length > 0)
    .map((kind) => t(`guides.holds_${kind}`, { n: pack[kind].length }))
  const all = method === undefined ? holds : [t('guides.method', { mode: method.mode }), ...holds]
  return (
    <li>
      <div>
        <span className={css.line}>
          <a href={places.guides(head.id)}>{say(head.title)}</a>
          <StatusChip tone={head.status === 'verified' ? 'ok' : 'plain'}>{t(`guides.${head.status}`)}</StatusChip>
          {unsaved.size > 0 && <StatusChip tone="warn">{t('guides.unsaved')}</StatusChip>}
        </span>
        <p>{t('guides.meta', { issuer: head.issuer, year: head.year, locality: head.locality, version: head.version })}</p>
        <p>{all.join(', ')}</p>
      </div>
      {own && <Remove pack={head.id} title={say(head.title)} />}
    </li>
  )
}

function Remove({ pack, title }: { readonly pack: string; readonly title: string }) {
  const t = useText()
  const client = useLab()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const remove = async (): Promise<void> => {
    try {
      const { kept } = await client.packs.remove({ pack })
      notify.undoable(
        t('guides.removed', { title }),
        () => void client.packs.putBack({ kept }).catch((error: unknown) => setTrouble(troubleOf(error))),
      )
    } catch (error) {
      setTrouble(troubleOf(error))
    }
  }
  return (
    <div>
      <Button variant="subtle" size="compact-md" onClick={() => void remove()}>
        {t('guides.remove')}
      </Button>
      {trouble !== null && <ErrorBanner {...trouble} />}
    </div>
  )
}

function Refused({ mayWrite }: { readonly mayWrite: boolean }) {
  const t = useText()
  const refused = useStore(useLabData(), (data) => data.refused)
  if (refused.length === 0) return null
  const packs = [...new Set(refused.map(({ pack }) => pack))]
  return (
    <Panel title={t('guides.refused')} note={t('guides.refusedNote')}>
      <ul className={css.list}>
        {packs.map((pack) => {
          const these = refused.filter((one) => one.pack === pack)
          return (
            <li key={pack}>
              <div>
                <b>{pack}</b>
                <Findings findings={these} raw />
                <p>{t(these.some(({ own }) => own) ? 'guides.refusedDo' : 'guides.refusedShipped')}</p>
              </div>
              {mayWrite && these.some(({ own }) => own) && <Remove pack={pack} title={pack} />}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

type Taking = {
  readonly trouble: Trouble | null
  readonly findings: readonly RefusedPack[]
  readonly take: (file: File | null) => void
}

/** Taking in a file somebody handed over. */
function useTaking(): Taking {
  const t = useText()
  const say = useBoth()
  const client = useLab()
  const data = useLabData()
  const [said, setSaid] = useState<Omit<Taking, 'take'>>({ trouble: null, findings: [] })
  const take = async (file: File): Promise<void> => {
    setSaid({ trouble: null, findings: [] })
    try {
      const before = new Set(data.getState().ownPacks)
      const { pack } = await client.packs.import({ file })
      await arrived(data, pack)
      go(places.guides(pack))
      const title = data.getState().packs.find(({ head }) => head.id === pack)?.head.title ?? { id: pack, en: pack }
      // One that replaced an older version is no longer what it was when it is put aside, so there is no way back to offer.
      if (!before.has(pack))
        notify.undoable(
          t('guides.imported', { title: say(title) }),
          () =>
            void client.packs.remove({ pack }).then(
              () => go(places.guides()),
              () => undefined,
            ),
        )
    } catch (error) {
      const trouble = troubleOf(error)
      const findings = findingsOf(error)
      if (findings.length > 0) setSaid({ trouble: null, findings })
      else if (codeOf(error) === 'UNREADABLE')
        setSaid({ trouble: { ...trouble, what: t('guides.noImport'), todo: t('guides.noImportDo') }, findings: [] })
      else setSaid({ trouble, findings: [] })
    }
  }
  return { ...said, take: (file) => file !== null && void take(file) }
}
