"""From one report value to bytes: DOCX, PDF, the XLSX annex and pictures. No query, no clock, no network."""
