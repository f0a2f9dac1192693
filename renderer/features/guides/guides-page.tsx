/** The packs in force, and the editing of own ones. */
import { Button, FileButton } from '@mantine/core'
import { IconFileImport } from '@tabler/icons-react'
import { useState } from 'react'
import { useStore } from 'zustand'
import type { Pack } from '#shared/model/pack.ts'
import { usePageTitle } from '../../app/page-title.ts'
import { go, places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useAbout, useLab, useLabData, usePacks } from '../../lab/lab-context.tsx'
import { codeOf, type Trouble, troubleOf } from '../../lab/refusal.ts'
import { EmptyState, ErrorBanner, PageTitle, Panel, StatusChip } from '../../parts/index.ts'
import { notify } from '../../state/notify.ts'
import { findingsOf } from './drafts.ts'
import css from './guides.module.css'
import { PackPage } from './pack-page.tsx'

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
  const { head, method, forms, indicators, documents, canvases } = pack
  const holds = t('guides.holds', {
    forms: forms.length,
    indicators: indicators.length,
    documents: documents.length,
    canvases: canvases.length,
  })
  return (
    <li>
      <div>
        <span className={css.line}>
          <a href={places.guides(head.id)}>{say(head.title)}</a>
          <StatusChip tone={head.status === 'verified' ? 'ok' : 'plain'}>{t(`guides.${head.status}`)}</StatusChip>
        </span>
        <p>{t('guides.meta', { issuer: head.issuer, year: head.year, locality: head.locality, version: head.version })}</p>
        <p>{method === undefined ? holds : `${t('guides.method', { mode: method.mode })}, ${holds}`}</p>
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
      notify.undoable(t('guides.removed', { title }), () => void client.packs.putBack({ kept }).catch(() => undefined))
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
  const language = useLanguage()
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
                <ul className={css.findings}>
                  {these.map((one) => (
                    <li key={`${one.file}/${one.path}/${one.reason}`}>
                      <code>{[one.file, one.path].filter((part) => part !== '').join(' ')}</code>{' '}
                      {language === 'en' ? one.reasonEn : one.reason}
                    </li>
                  ))}
                </ul>
                <p>{t('guides.refusedDo')}</p>
              </div>
              {mayWrite && these.some(({ own }) => own) && <Remove pack={pack} title={pack} />}
            </li>
          )
        })}
      </ul>
    </Panel>
  )
}

/** Taking in a file somebody handed over. */
function useTaking(): { readonly trouble: Trouble | null; readonly take: (file: File | null) => void } {
  const t = useText()
  const language = useLanguage()
  const client = useLab()
  const [trouble, setTrouble] = useState<Trouble | null>(null)
  const take = async (file: File): Promise<void> => {
    setTrouble(null)
    try {
      const { pack } = await client.packs.import({ file })
      go(places.guides(pack))
    } catch (error) {
      const findings = findingsOf(error)
      if (findings.length > 0)
        setTrouble({
          what: t('guides.unfit'),
          safe: t('guides.unfitSafe'),
          todo: findings.map((one) => `${one.file} ${one.path}: ${language === 'en' ? one.reasonEn : one.reason}`).join('\n'),
          detail: '',
        })
      else if (codeOf(error) === 'UNREADABLE') setTrouble({ ...troubleOf(error), what: t('guides.noImport'), todo: t('guides.noImportDo') })
      else setTrouble(troubleOf(error))
    }
  }
  return { trouble, take: (file) => file !== null && void take(file) }
}
