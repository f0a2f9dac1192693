import { useStore } from 'zustand'
import type { Pack } from '#shared/model/pack.ts'
import { places } from '../../app/places.ts'
import { useBoth, useLanguage, useText } from '../../app/text.ts'
import { useLabData, usePacks } from '../../lab/lab-context.tsx'
import { Panel, StatusChip } from '../../parts/index.ts'
import css from './settings.module.css'

/** Where every method, canvas and form comes from, and which packs could not be used and why. */
export function PacksPanel() {
  const t = useText()
  const language = useLanguage()
  const packs = usePacks()
  const refused = useStore(useLabData(), (all) => all.refused)
  return (
    <>
      {refused.length > 0 && (
        <Panel title={t('settings.refused')} note={t('settings.refusedNote')}>
          <ul className={css.lines}>
            {refused.map((one) => (
              <li key={`${one.pack}/${one.file}/${one.path}/${one.reason}`}>
                <b>{one.pack}</b>
                <dl className={css.facts}>
                  <dt>{t('settings.file')}</dt>
                  <dd>{one.file}</dd>
                  {one.path !== '' && (
                    <>
                      <dt>{t('settings.path')}</dt>
                      <dd>{one.path}</dd>
                    </>
                  )}
                  <dt>{t('settings.reason')}</dt>
                  <dd>{language === 'en' ? one.reasonEn : one.reason}</dd>
                </dl>
              </li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('settings.packs')} note={t('settings.packsNote')} side={<a href={places.guides()}>{t('guides.title')}</a>}>
        <ul className={css.lines}>
          {packs.map((pack) => (
            <OnePack key={pack.head.id} pack={pack} />
          ))}
        </ul>
      </Panel>
    </>
  )
}

function OnePack({ pack: { head, method, canvases, forms, documents } }: { readonly pack: Pack }) {
  const t = useText()
  const say = useBoth()
  const holds = t('settings.packHolds', { canvases: canvases.length, forms: forms.length, documents: documents.length })
  return (
    <li>
      <div className={css.packHead}>
        <b>{say(head.title)}</b>
        <StatusChip tone={head.status === 'verified' ? 'ok' : 'plain'}>{t(`app.${head.status}`)}</StatusChip>
      </div>
      <p>{t('settings.packMeta', { issuer: head.issuer, year: head.year, locality: head.locality, version: head.version })}</p>
      <p>{method ? `${t('settings.packMethod', { mode: method.mode })}, ${holds}` : holds}</p>
      <p className={css.quiet}>{t('lab.source', { source: say(head.source) })}</p>
    </li>
  )
}
