/** Lines above a title that say what follows. */
export const kicker =
  /^(?:(?:press|news|media) release|press briefing notes?|communiqué(?: de presse)?|comunicado(?: de prensa)?|nota de prensa|comunicato stampa|пресс-релиз|بيان صحفي|新闻稿|(?:for )?immediate release|pour diffusion immédiate|para (?:su )?(?:publicación|difusión) inmediata|embargo (?:levé|lifted|levantado)|(?:embargo|эмбарго)\s*[:：]\s*(?:none|aucun|ninguno|нет))[\s:.]*$/iu;
