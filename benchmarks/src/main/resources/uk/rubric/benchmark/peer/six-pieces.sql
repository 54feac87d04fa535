-- The six pieces of work over the tables, or views, `patients`, `registrations`, `events` and `codes`. One pass over the
-- events; a day and the value on it are one whole number, so that the latest day and the highest value on it are one maximum.
WITH wanted AS (
  SELECT e.patient_id, c.cluster, e.date,
         (e.date - DATE '1970-01-01') * 100000::BIGINT + coalesce(CAST(e.value * 10 AS BIGINT), -1) + 1 AS reading
  FROM events e JOIN codes c ON e.code = c.code
  WHERE e.date <= DATE '2026-03-31'
),
fields AS (
  SELECT patient_id,
         min(date)    FILTER (cluster = 0) AS dm_first,
         max(date)    FILTER (cluster = 0) AS dm_latest,
         max(date)    FILTER (cluster = 1) AS dm_resolved,
         min(date)    FILTER (cluster = 2) AS hyp_first,
         max(date)    FILTER (cluster = 2) AS hyp_latest,
         max(date)    FILTER (cluster = 3) AS hyp_resolved,
         max(reading) FILTER (cluster = 4 AND date > DATE '2025-03-31') % 100000 - 1 AS bp,
         max(reading) FILTER (cluster = 5 AND date > DATE '2025-03-31') % 100000 - 1 AS ifcchba,
         max(reading) FILTER (cluster = 6 AND date > DATE '2025-03-31') % 100000 - 1 AS chol,
         max(date)    FILTER (cluster = 7) AS dmpcapu,
         max(date)    FILTER (cluster = 8) AS dmpcadec,
         min(date)    FILTER (cluster = 9 AND date > DATE '2025-03-31') AS invited_first,
         max(date)    FILTER (cluster = 9 AND date > DATE '2025-03-31') AS invited_latest,
         max(date)    FILTER (cluster = 10) AS bpdec,
         max(date)    FILTER (cluster = 11) AS flu
  FROM wanted GROUP BY patient_id
),
people AS (
  SELECT f.*, p.date_of_birth AS born, r.start_date AS started,
         dm_latest IS NOT NULL AND (dm_resolved IS NULL OR dm_resolved <= dm_latest)
           AND p.date_of_birth <= DATE '2009-03-31' AS in_dm,
         hyp_latest IS NOT NULL AND (hyp_resolved IS NULL OR hyp_resolved <= hyp_latest) AS in_hyp
  FROM fields f JOIN patients p USING (patient_id) JOIN registrations r USING (patient_id)
  WHERE r.start_date <= DATE '2026-03-31' AND (r.end_date IS NULL OR r.end_date > DATE '2026-03-31')
),
decided AS (
  SELECT in_dm, in_hyp,
         CASE WHEN NOT in_dm THEN NULL
              WHEN ifcchba BETWEEN 0 AND 580 THEN 1
              WHEN dmpcapu > DATE '2025-03-31' THEN 2
              WHEN dmpcadec > DATE '2025-03-31' THEN 3
              WHEN invited_latest - invited_first >= 7 THEN 4
              WHEN dm_first > DATE '2025-06-30' THEN 5
              WHEN started > DATE '2025-06-30' THEN 6
              ELSE 0 END AS dm020,
         CASE WHEN NOT in_hyp OR born <= DATE '1946-03-31' THEN NULL
              WHEN bp BETWEEN 0 AND 1400 THEN 1
              WHEN bpdec > DATE '2025-03-31' THEN 2
              WHEN hyp_first > DATE '2025-06-30' THEN 3
              ELSE 0 END AS hyp008,
         in_dm AND chol BETWEEN 0 AND 50 AS chol,
         (in_dm OR in_hyp) AND born <= DATE '1961-03-31' AS flu_asked,
         flu >= DATE '2025-08-01' AS flu
  FROM people
)
SELECT count(*) FILTER (in_dm) AS "DM_REG",
       count(*) FILTER (in_hyp) AS "HYP_REG",
       count(dm020) AS "DM020.population",
       count(*) FILTER (dm020 <= 1) AS "DM020.denominator",
       count(*) FILTER (dm020 = 1) AS "DM020.numerator",
       count(*) FILTER (dm020 = 2) AS "DM020.rejected.2",
       count(*) FILTER (dm020 = 3) AS "DM020.rejected.3",
       count(*) FILTER (dm020 = 4) AS "DM020.rejected.4",
       count(*) FILTER (dm020 = 5) AS "DM020.rejected.5",
       count(*) FILTER (dm020 = 6) AS "DM020.rejected.6",
       count(hyp008) AS "HYP008.population",
       count(*) FILTER (hyp008 <= 1) AS "HYP008.denominator",
       count(*) FILTER (hyp008 = 1) AS "HYP008.numerator",
       count(*) FILTER (hyp008 = 2) AS "HYP008.rejected.2",
       count(*) FILTER (hyp008 = 3) AS "HYP008.rejected.3",
       count(*) FILTER (in_dm) AS "CHOL.population",
       count(*) FILTER (in_dm) AS "CHOL.denominator",
       count(*) FILTER (chol) AS "CHOL.numerator",
       count(*) FILTER (flu_asked) AS "FLU.population",
       count(*) FILTER (flu_asked) AS "FLU.denominator",
       count(*) FILTER (flu_asked AND flu) AS "FLU.numerator"
FROM decided
