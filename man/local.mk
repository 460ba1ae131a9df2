dist_man_MANS += man/newspane.1 man/newspane.5
