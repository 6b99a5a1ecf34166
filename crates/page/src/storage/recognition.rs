//! Articles recognised among those that something is kept of.

use super::{ALIKE, KNOWN, Storage, by_key, from_row, rows};
use crate::error::PageError;
use js_sys::Array;
use postil::{ArticleIdentity, KnownArticle};

impl Storage {
    /// The keys, besides its own, under which passages of an article are kept that were noted in other layouts of it.
    pub(crate) async fn other_keys(&self, article: &KnownArticle) -> Result<Vec<String>, PageError> {
        let ArticleIdentity { address, words } = &article.identity;
        let described = serde_json::to_string(&(address, words.telling()));
        let described = described.map_err(|why| PageError::NotRead(why.to_string()))?;
        let alike = self.read(ALIKE, Some(&described)).await?;
        // a row that cannot be read names no other key
        let alike: Vec<KnownArticle> = alike.iter().filter_map(|row| from_row(row).ok()).collect();
        Ok(article.other_keys(&alike))
    }

    /// Has articles recognised of which only the keys are known: passages of theirs came in a file.
    pub(crate) async fn know(&self, sources: Vec<String>) -> Result<(), PageError> {
        let known = sources.into_iter().map(by_key).filter(|article| article.identity.address.is_some()).collect();
        self.write(&[(KNOWN, rows(&self.known_now(known).await?)?, Array::new())]).await
    }

    /// What is known of articles now, with what was known before.
    pub(super) async fn known_now(&self, articles: Vec<KnownArticle>) -> Result<Vec<KnownArticle>, PageError> {
        let mut known = Vec::with_capacity(articles.len());
        for article in articles {
            let before = self.rows::<KnownArticle>(KNOWN, Some(&article.source)).await?.into_iter().next();
            known.push(article.after(before));
        }
        Ok(known)
    }
}
